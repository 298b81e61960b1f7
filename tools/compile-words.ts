import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../src/kernel/language.ts';
import { messageCode, typeset, type MessageCode, type ParamKind } from './message-code.ts';
import { collectMessages, keysSaidIn, refusalKeys, type Written } from './message-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = 'src/words.generated';
const HEAD = '// Made by tools/compile-words.ts from the messages: change those, not this.\n';
const TYPES: Readonly<Record<ParamKind, string>> = { text: 'string | number', number: 'number', date: 'string', choice: 'string' };

// A phone carries the words of these rooms, and what is said in these places: field pages, and what answers what they do.
const CARRIED = ['ui', 'device'];
const SAID_IN = [
	'src/routes/(field)/',
	'src/routes/ErrorSaid.svelte',
	'src/ui/',
	'src/platform/commands/',
	'src/platform/device/',
	'src/platform/messages/',
	'src/capabilities/people/',
	'src/capabilities/training/commands/add-on-the-spot.ts',
	'src/capabilities/training/commands/record-attendance.ts',
	'src/capabilities/training/rules/',
];

type Compiled = Readonly<{ key: string; written: Partial<Record<Language, Written>>; codes: Partial<Record<Language, MessageCode>> }>;

/**
 * Compiles every message of the program into `src/words.generated`.
 * Takes the project's folder; writes only what changed, and returns what is wrong with the messages, in sentences.
 */
export function compileWords(root: string = ROOT): string[] {
	const { messages, faults } = collectMessages(root);
	const compiled = [...messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, written]) => compileOne(key, written));
	const said = keysSaidIn(root, SAID_IN);
	const carried = compiled.filter(
		({ key }) => CARRIED.includes(roomOf(key)) || said.whole.has(key) || said.beginnings.some((one) => key.startsWith(one)),
	);
	for (const language of LANGUAGES) {
		write(root, `${language}.ts`, catalogText(compiled, language));
		write(root, `field-${language}.ts`, catalogText(carried, language));
	}
	write(root, 'keys.ts', keysText(compiled));
	write(root, 'lost.ts', lostText(compiled));

	const unsaid = [...refusalKeys(root)].filter(([key]) => !messages.has(key));
	return [
		...faults,
		...compiled.flatMap(faultsOf),
		...said.beginnings.filter((one) => one.endsWith('.')).map((one) => `A field page makes a key from "${one}": phones would carry the whole room.`),
		...unsaid.map(([key, file]) => `${file}: refuses with "${key}", which has no message.`),
	];
}

/** The messages inside Vite: compiled before a build, and again in development when one of them changes. */
export function wordsPlugin(): Plugin {
	return {
		name: 'shigikira-words',
		buildStart() {
			compileWords();
		},
		configureServer(server) {
			const recompile = (file: string) => {
				if (/\/messages\/(.+\/)?(fr|rn|en)\.json$/.test(file.replaceAll('\\', '/'))) compileWords();
			};
			server.watcher.on('change', recompile).on('add', recompile).on('unlink', recompile);
		},
	};
}

function roomOf(key: string): string {
	return key.slice(0, key.indexOf('.'));
}

function compileOne(key: string, written: Partial<Record<Language, Written>>): Compiled {
	const codes = LANGUAGES.flatMap((language) => {
		const text = written[language]?.text;
		return text === undefined ? [] : [[language, messageCode(text, language, language)] as const];
	});
	return { key, written, codes: Object.fromEntries(codes) };
}

function faultsOf({ key, written, codes }: Compiled): string[] {
	const where = (language: Language) => written[language]?.file ?? key;
	const missing = LANGUAGES.filter((language) => !written[language]).map((language) => `"${key}" is missing in ${language}.`);
	const unknown = LANGUAGES.flatMap((language) => (codes[language]?.faults ?? []).map((fault) => `${where(language)}: "${key}" ${fault}.`));
	const differing = (['rn', 'en'] as const).flatMap((language) =>
		difference(codes.fr, codes[language]).map((what) => `${where(language)}: "${key}" ${what}.`),
	);
	return [...missing, ...unknown, ...differing];
}

// Agreement with a sex or a state may be needed in one language only: a choice may be absent elsewhere.
function difference(french: MessageCode | undefined, other: MessageCode | undefined): string[] {
	if (!french || !other || french.faults.length > 0 || other.faults.length > 0) return [];
	const names = [...new Set([...french.params.keys(), ...other.params.keys()])];
	return names.flatMap((name) => {
		const [here, there] = [other.params.get(name), french.params.get(name)];
		if (here === there || (here ?? there) === 'choice') return [];
		if (here === undefined) return [`lacks {${name}}, which French has`];
		if (there === undefined) return [`has {${name}}, which French lacks`];
		return [`takes {${name}} as ${here}, French as ${there}`];
	});
}

function catalogText(compiled: readonly Compiled[], language: Language): string {
	const messages = compiled.map((one) => line(one.key, one.codes[language] ?? one.codes.fr));
	const beneath = language === 'rn' ? compiled.filter(needsFrench).map((one) => line(one.key, one.codes.fr)) : [];
	const shapes = ['fr' as const, language].filter((each, index, all) => all.indexOf(each) === index);
	return [
		HEAD,
		"import type { Catalog } from '../platform/messages/catalog.ts';\n",
		"import { shapes } from '../platform/messages/shapes.ts';\n\n",
		...shapes.map((each) => `const ${each} = shapes('${each}');\n`),
		`void fr;\n\nexport const catalog: Catalog = {\n\tlanguage: '${language}',\n`,
		`\tmessages: {\n${messages.join('')}\t},\n\tbeneath: {\n${beneath.join('')}\t},\n};\n`,
	].join('');
}

/** Low confidence, or consent, money and safety in words no native reader has passed: the French stands beneath. */
function needsFrench({ written }: Compiled): boolean {
	const confidence = written.rn?.confidence;
	if (!written.rn || confidence === 'reviewed') return false;
	return confidence === 'low' || written.fr?.careful === true;
}

function line(key: string, code: MessageCode | undefined): string {
	if (!code) return '';
	return `\t\t${JSON.stringify(key)}: ${/^"(?:[^"\\]|\\.)*"$/.test(code.code) ? code.code : `(p) => ${code.code}`},\n`;
}

function keysText(compiled: readonly Compiled[]): string {
	const lines = compiled.map(({ key, codes }) => {
		const params = new Map(LANGUAGES.flatMap((language) => [...(codes[language]?.params ?? [])]));
		const fields = [...params].map(([name, kind]) => `${JSON.stringify(name)}: ${TYPES[kind]}`);
		return `\t${JSON.stringify(key)}: ${fields.length === 0 ? 'undefined' : `{ ${fields.join('; ')} }`};\n`;
	});
	return `${HEAD}\nexport interface MessageParams {\n${lines.join('')}}\n\nexport type MessageKey = keyof MessageParams;\n`;
}

// Where no layout stands above, the language is not known: these few are said in all three, without any catalog.
function lostText(compiled: readonly Compiled[]): string {
	const said = (key: string) =>
		Object.fromEntries(
			LANGUAGES.map((language) => [language, typeset(compiled.find((one) => one.key === key)?.written[language]?.text ?? '', language)]),
		);
	const words = Object.fromEntries(['lost', 'broke'].map((kind) => [kind, { title: said(`page.${kind}-title`), text: said(`page.${kind}-text`) }]));
	return `${HEAD}\nexport const lostWords = ${JSON.stringify(words, null, '\t')} as const;\n`;
}

function write(root: string, name: string, text: string): void {
	const file = join(root, OUT, name);
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	mkdirSync(join(root, OUT), { recursive: true });
	writeFileSync(file, text);
}

if (process.argv[1] === import.meta.filename) {
	const faults = compileWords();
	for (const fault of faults) console.error(fault);
	if (process.argv.includes('--check') && faults.length > 0) {
		console.error(`${faults.length} things to mend in the messages.`);
		process.exitCode = 1;
	}
}
