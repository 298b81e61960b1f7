import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileWords } from './compile-words.ts';

type Texts = Readonly<{ fr?: object; rn?: object; en?: object }>;

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

function faultsOf(texts: Texts, code = ''): string[] {
	const root = mkdtempSync(join(tmpdir(), 'words-'));
	roots.push(root);
	const folder = join(root, 'src/capabilities/needs/messages');
	mkdirSync(folder, { recursive: true });
	for (const [language, messages] of Object.entries(texts)) writeFileSync(join(folder, `${language}.json`), JSON.stringify(messages));
	writeFileSync(join(root, 'src/capabilities/needs/rules.ts'), code);
	return compileWords(root);
}

function withFieldPage(page: string): { faults: readonly string[]; carried: string } {
	faultsOf(said);
	const root = roots.at(-1) ?? '';
	mkdirSync(join(root, 'src/routes/(field)/x'), { recursive: true });
	writeFileSync(join(root, 'src/routes/(field)/x/+page.svelte'), page);
	const faults = compileWords(root);
	return { faults, carried: readFileSync(join(root, 'src/words.generated/field-fr.ts'), 'utf8') };
}

const said = {
	fr: { hello: { text: 'Bonjour {name}' } },
	rn: { hello: { text: 'Amahoro {name}', confidence: 'high' } },
	en: { hello: { text: 'Hello {name}' } },
};

describe('messages in the three languages', () => {
	it('are accepted when whole', () => {
		expect(faultsOf(said)).toEqual([]);
	});

	it('are compiled into functions, with Kirundi of low confidence on top of its French', () => {
		faultsOf({ ...said, rn: { hello: { text: 'Amahoro {name}', confidence: 'low' } } });
		const text = readFileSync(join(roots.at(-1) ?? '', 'src/words.generated/rn.ts'), 'utf8');
		expect(text).toContain('"needs.hello": (p) => "Amahoro " + rn.text(p["name"])');
		expect(text).toContain('"needs.hello": (p) => "Bonjour " + fr.text(p["name"])');
	});

	it('keeps the French under careful Kirundi until it is reviewed', () => {
		const careful = { hello: { text: 'Bonjour {name}', careful: true } };
		faultsOf({ ...said, fr: careful });
		expect(readFileSync(join(roots.at(-1) ?? '', 'src/words.generated/rn.ts'), 'utf8')).toContain('"Bonjour "');
		faultsOf({ ...said, fr: careful, rn: { hello: { text: 'Amahoro {name}', confidence: 'reviewed' } } });
		expect(readFileSync(join(roots.at(-1) ?? '', 'src/words.generated/rn.ts'), 'utf8')).not.toContain('"Bonjour "');
	});

	it.each<[string, Texts, string]>([
		['a key missing in one language', { ...said, en: {} }, '"needs.hello" is missing in en.'],
		['a parameter lost in translation', { ...said, en: { hello: { text: 'Hello' } } }, 'lacks {name}, which French has'],
		['a parameter French lacks', { ...said, en: { hello: { text: 'Hello {name} {age}' } } }, 'has {age}, which French lacks'],
		['a parameter of another kind', { ...said, en: { hello: { text: 'Hello {name, number}' } } }, 'takes {name} as number, French as text'],
		['unclosed braces', { ...said, en: { hello: { text: 'Hello {name' } } }, 'is not a message ICU understands'],
		['a number style', { ...said, en: { hello: { text: 'Hello {name} {name, number, percent}' } } }, 'asks a number style'],
		['an unused plural', { ...said, en: { hello: { text: '{n, plural, many{x} other{y}}' } } }, 'a plural branch "many" that is never used'],
		['a tag', { ...said, en: { hello: { text: 'Hello <i>{name}</i>' } } }, 'has a tag <i>'],
		['Kirundi without confidence', { ...said, rn: { hello: { text: 'Amahoro {name}' } } }, 'has no confidence'],
		['careful in Kirundi', { ...said, rn: { hello: { text: 'Amahoro {name}', confidence: 'low', careful: true } } }, 'is marked careful here'],
		['words the guide keeps out', { ...said, fr: { hello: { text: 'Veuillez entrer {name}' } } }, 'says "Veuillez"'],
	])('says what is wrong: %s', (_, texts, sentence) => {
		expect(faultsOf(texts).join('\n')).toContain(sentence);
	});

	it('wants a sentence for every refusal', () => {
		expect(faultsOf(said, "return refuse('needs.nowhere', {})")).toEqual([
			'src/capabilities/needs/rules.ts: refuses with "needs.nowhere", which has no message.',
		]);
	});

	it('carries to phones what field pages say, and no other words', () => {
		const { faults, carried } = withFieldPage('<Say k="needs.hello" />');
		expect(faults).toEqual([]);
		expect(carried.match(/"needs\.[a-z-]+"/g)).toEqual(['"needs.hello"']);
		expect(withFieldPage('<Say k="ui.close" />').carried).not.toContain('needs.');
	});

	it('tells of a field page that makes a key from the name of a room', () => {
		expect(withFieldPage('<Say k="needs.{word}" />').faults).toEqual([expect.stringContaining('"needs."')]);
	});

	it('lets a choice serve one language only, and keeps the apostrophe before a name', () => {
		const texts = { ...said, fr: { hello: { text: "{sex, select, F{Chère} M{Cher} other{À}} amie d'{name}" } } };
		expect(faultsOf(texts)).toEqual([]);
		expect(readFileSync(join(roots.at(-1) ?? '', 'src/words.generated/fr.ts'), 'utf8')).toContain('d’" + fr.text(p["name"])');
	});
});
