import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { capabilities } from '#app/capabilities.ts';
import { newId } from '#kernel/ids.ts';
import { fileStoreIn } from '#platform/files/file-store.ts';
import { asSuperuser } from '../support/embedded.ts';
import { forget, startProgram } from '../support/program.ts';
import { account, COMMANDS, MISPLACED_ROLES } from './commands.ts';
import { CANARIES, COLUMNS, PAGES } from './matrix.ts';
import { pairOf } from './twins.ts';
import type { Answer, Visitor } from './visitors.ts';
import { canary, fillWorld, ORGANISATIONS, type Actor } from './world.ts';

const program = await startProgram({ args: ['--empty'] });
const world = await fillWorld(program.address, /code (\S+)/.exec(program.said())?.[1] ?? '');
// Whoever opens a programme coordinates it; this one lays that down, and keeps the house alone.
await asSuperuser(
	program.dataFolder,
	`update access.roles r set ended_on = '2026-11-01' where role = 'coordinator'
	and exists (select 1 from access.roles a where a.account_id = r.account_id and a.role = 'administrator')`,
);

// A scan is a record and its bytes, which a form keeps: here they are laid beside the records.
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const files = fileStoreIn(join(program.dataFolder, 'files'));
for (const of of ORGANISATIONS) await files.keep(world.idOf(`scan ${of}`), PNG);
for (const group of ['shared', 'lonely', 'beyond']) await files.keep(world.idOf(`scan of session ${group}`), PNG);

afterAll(async () => {
	await program.stop();
	forget(program.dataFolder);
});

const PERIOD = '?du=2026-01-01&au=2026-12-31';

function addressOf(address: string): string {
	return address.replace(/\{([^}]+)\}/g, (_, what: string) => world.idOf(what));
}

function verdictOf({ status }: Answer): string {
	if (status >= 300 && status < 400) return '>';
	return status === 200 ? 'o' : status === 403 || status === 404 ? 'x' : String(status);
}

describe('who reads which page', () => {
	it.each(PAGES)('%s', async (address, verdicts) => {
		const found = await Promise.all(COLUMNS.map(async (actor) => verdictOf(await world.actors[actor].ask(addressOf(address)))));
		expect(Object.fromEntries(COLUMNS.map((actor, at) => [actor, found[at]]))).toEqual(
			Object.fromEntries(COLUMNS.map((actor, at) => [actor, verdicts.trim().split(/\s+/)[at]])),
		);
	});
});

/** All that a visitor can make the program say: pages, their data, searches for each canary, the export and the feed. */
async function everythingSaidTo(visitor: Visitor): Promise<string> {
	const addresses = [
		...PAGES.map(([address]) => addressOf(address)),
		...['/accompagnement?onglet=ou', '/accompagnement?onglet=visites', '/accompagnement/listes/nouvelle?vide=1'],
		...['/besoins?onglet=tous', '/besoins?onglet=classes', '/besoins?onglet=repondus', '/besoins?onglet=a-classer'],
		...['shared', 'lonely', 'beyond'].flatMap((group) =>
			[
				...['personnes', 'places', 'pratiques'].map((tab) => `?onglet=${tab}`),
				...['/feuille', '/apres', '/attestations', '/saisie', '/saisie/connues', `/saisie/pieces/{scan of session ${group}}`],
				...['/tests', '/tests/papier', '/evaluation', '/evaluation/papier'],
			].map((page) => addressOf(`/formations/{session ${group}}${page}`)),
		),
		...['shared', 'beyond'].flatMap((group) =>
			['', '?onglet=places', '/engagements', '/verification', '/corriger', '/lettres', '/agenda.ics', '/feuille', '/tests', '/evaluation'].map(
				(part) => addressOf(`/formations/{quiet ${group}}${part}`),
			),
		),
		...[
			addressOf('/formations/modules/{module b}'),
			addressOf('/formations/{session lonely}/engagements'),
			...['?etat=retired', '?theme=ethics'].map((asked) => `/formations/questions${asked}`),
			'/formations/calendrier?mois=2026-05',
			'/formations/calendrier?mois=2026-04',
		],
		...['one', 'two', 'three', 'bee'].flatMap((key) => [
			addressOf(`/organisations/{organisation ${key}}`),
			addressOf(`/organisations/{organisation ${key}}/corriger`),
			addressOf(`/organisations/{organisation ${key}}/histoire`),
			addressOf(`/organisations/{organisation ${key}}/contacts`),
			addressOf(`/personnes/{person ${key}}`),
			...['', '/feuille', '/noter'].map((page) => addressOf(`/accompagnement/visites/{visit ${key}}${page}`)),
			addressOf(`/accompagnement/organisations/{organisation ${key}}`),
			addressOf(`/accompagnement/nouvelle?organisation={organisation ${key}}`),
			addressOf(`/organisations/{organisation ${key}}/pieces/{scan ${key}}`),
			...['', '?onglet=left', '?onglet=to-decide', '/ligne/2', '/ligne/3'].map((page) => addressOf(`/organisations/importer/{import ${key}}${page}`)),
			addressOf(`/besoins/nouveau?organisation={organisation ${key}}`),
			addressOf(`/besoins/{need ${key}}`),
			addressOf(`/formations/{session shared}?organisation={organisation ${key}}&onglet=places`),
			addressOf(`/terrain/presence/{session shared}`),
		]),
		...CANARIES.flatMap(([fields, of]) =>
			fields
				.slice(0, 1)
				.flatMap((field) => ['/organisations', '/besoins', '/formations'].map((page) => `${page}?mot=${canary(field, of).slice(0, 9)}`)),
		),
		...['organisations-supported', 'people-trained', 'needs-answered'].map((key) => `/indicateurs/${key}${PERIOD}`),
		...[`/indicateurs${PERIOD}`, `/rapports${PERIOD}`, `/rapports/chiffres.xlsx${PERIOD}`, '/annuaire?q=zq', '/api/places?q=zq'],
		...['/annuaire?theme=ethics', '/annuaire?province=2025:BI1&commune=2025:BI101&sorte=association', '/annuaire?q=association&page=2'],
		...['?division=2017', '?theme=ethics&province=BI1', '?jour=2026-01-20'].flatMap((asked) =>
			['', '/tableau.csv', '/tableau.xlsx'].map((file) => `/organisations/couverture${file}${asked}`),
		),
		...['', '/liste.csv', '/liste.xlsx'].map((file) => `/organisations${file}?commune=2025:BI101&theme=ethics&jour=2026-11-01`),
	];
	const said: string[] = [];
	for (const address of [...new Set(addresses)]) {
		const page = await visitor.ask(address);
		said.push(spelledOut(page));
		if (!/\.(xlsx|csv)/.test(address)) said.push(spelledOut(await visitor.ask(withData(address))));
	}
	said.push(...(await feedTo(visitor)));
	return said.join('\n').toLowerCase();
}

function withData(address: string): string {
	const [path = '', query] = address.split('?');
	return `${path === '/' ? '' : path}/__data.json${query ? `?${query}` : ''}`;
}

// A spreadsheet is a folder that was folded: each of its files is unfolded and read.
function spelledOut({ head, bytes, text }: Answer): string {
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return `${head}\n${text}`;
	const files = Object.entries(unzipSync(bytes)).map(([name, content]) => `${name}\n${new TextDecoder().decode(content)}`);
	return [head, ...files].join('\n');
}

async function feedTo(visitor: Visitor): Promise<readonly string[]> {
	const said: string[] = [];
	for (let [c, s, more] = [0, '', true]; more;) {
		const { status, text, head } = await visitor.post('/api/sync', { p: 1, d: newId(), e: 1, c, s, n: 1000 });
		said.push(head, text);
		if (status !== 200) break;
		const answer = JSON.parse(text) as { c: number; s?: string; m?: 1 };
		[c, s, more] = [answer.c, answer.s ?? s, answer.m === 1];
	}
	return said;
}

describe('who meets which word', () => {
	it.each(COLUMNS)('%s meets what is for her, in full, and nothing else, in any byte', async (actor: Actor) => {
		const said = await everythingSaidTo(world.actors[actor]);
		const [met, meant]: [string[], string[]] = [[], []];
		for (const [fields, of, seenBy] of CANARIES)
			for (const field of fields) {
				const word = canary(field, of);
				if (said.includes(word)) met.push(word);
				if (seenBy.includes(actor)) meant.push(word);
			}
		expect(met.sort()).toEqual(meant.sort());
	});
});

describe('a pair of records that may be one', () => {
	it('is shown to those who see both, and to nobody who sees one', async () => {
		const paired = async (actor: Actor, page: string) => (await world.actors[actor].ask(page)).text.match(/zq(twin|man)(left|right)[a-z]+qz/g) ?? [];
		const both = (field: string, of: string) => [canary(`${field}left`, of), canary(`${field}right`, of)];
		const across = both('twin', 'across');
		expect(await paired('coordinator', '/organisations/doublons')).toEqual(
			expect.arrayContaining([...across, ...both('twin', 'one'), ...both('twin', 'three')]),
		);
		for (const [actor, own] of [
			['coordinatorOfCare', 'one'],
			['animatorOfCare', 'two'],
			['animatorOfOxfam', 'three'],
		] as const) {
			const found = await paired(actor, '/organisations/doublons');
			expect(found).toEqual(expect.arrayContaining(both('twin', own)));
			expect(found.filter((word) => across.includes(word))).toEqual([]);
			expect(await paired(actor, '/personnes/doublons')).toEqual(expect.arrayContaining(both('man', own)));
		}
	});

	it('across two partners is decided by their programme, and its number helps nobody else', async () => {
		const twinId = pairOf('registry.twins', world.idOf('twin left across'), world.idOf('twin right across'));
		const asked = { programmeId: world.idOf('programme a'), twinId, on: '2026-11-01' };
		for (const actor of ['coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam', 'coordinatorOfB', 'administrator', 'donor'] as const)
			for (const command of ['registry.merge-organisations', 'registry.part-organisations', 'registry.tell-organisations-apart'])
				expect(await world.actors[actor].command(command, { ...asked, id: newId(), stands: 'one' })).toBe('platform.not-permitted');
		expect(await world.actors.coordinator.command('registry.merge-organisations', { ...asked, id: newId(), stands: 'one' })).toBe('applied');
		// Each partner goes on seeing its own: of what stands for it elsewhere, it is told nothing.
		const listed = async (actor: Actor) => (await world.actors[actor].ask('/organisations')).text;
		expect(await listed('animatorOfCare')).toContain(canary('twinleft', 'across'));
		expect(await listed('animatorOfOxfam')).toContain(canary('twinright', 'across'));
		expect(await world.actors.coordinator.command('registry.part-organisations', { ...asked, id: newId() })).toBe('applied');
	});
});

/** What a page counts, for somebody from whom a record is hidden: every number she can read, in its order. */
async function numbersShownTo(visitor: Visitor): Promise<string> {
	const pages = [
		'/bureau',
		'/organisations',
		'/organisations/couverture',
		'/organisations?commune=2025:BI101&theme=ethics',
		'/besoins?onglet=tous',
		'/formations',
		`/indicateurs${PERIOD}`,
		`/rapports${PERIOD}`,
		'/annuaire',
		'/comptes',
	];
	const shown: string[] = [];
	for (const address of pages) {
		const { text } = await visitor.ask(address);
		// A link of the audit chain is no count.
		const words = text
			.replace(/[0-9a-f]{64}/g, '')
			.replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
			.replace(/<[^>]*>/g, ' ');
		shown.push(`${address}: ${(words.match(/\d+/g) ?? []).join(' ')}`);
	}
	return shown.join('\n');
}

describe('what is counted', () => {
	it('does not move for those who may not see what was added', async () => {
		const blind = [
			'leaderOfOne',
			'memberOfOne',
			'leaderOfTwo',
			'animatorOfCare',
			'coordinatorOfCare',
			'coordinatorOfB',
			'leaderOfBee',
			'stranger',
		] as const;
		const before = await Promise.all(blind.map((actor) => numbersShownTo(world.actors[actor])));
		const seen = await numbersShownTo(world.actors.animatorOfOxfam);
		const organisationId = world.idOf('organisation three');
		for (const words of ['Un besoin de plus', 'Encore un besoin'])
			expect(
				await world.actors.leaderOfThree.command('needs.express-need', {
					id: newId(),
					organisationId,
					words,
					theme: 'ethics',
					expressedOn: '2026-10-01',
				}),
			).toBe('applied');
		expect(await Promise.all(blind.map((actor) => numbersShownTo(world.actors[actor])))).toEqual(before);
		expect(await numbersShownTo(world.actors.animatorOfOxfam)).not.toBe(seen);
	});

	it('is hidden in public under five', async () => {
		const { text } = await world.actors.stranger.ask('/annuaire');
		expect(text).not.toMatch(/zq/);
	});
});

describe('what somebody did', () => {
	it('is not told to another who uses the number of her command', async () => {
		const number = newId();
		const input = {
			id: newId(),
			organisationId: world.idOf('organisation one'),
			words: 'Une seule fois',
			theme: 'ethics',
			expressedOn: '2026-10-01',
		};
		expect(await world.actors.leaderOfOne.command('needs.express-need', input, number)).toBe('applied');
		expect(await world.actors.leaderOfOne.command('needs.express-need', input, number)).toBe('applied');
		expect(await world.actors.leaderOfTwo.command('needs.express-need', input, number)).toBe('platform.number-taken');
		expect(await world.actors.stranger.command('needs.express-need', input, number)).toBe('401');
		expect(await world.actors.closed.command('needs.express-need', input, number)).toBe('401');
	});
});

// A form that was not understood was not judged: the test itself would be wrong.
const NOT_JUDGED =
	/^platform\.(choose-one|missing|no-such-day|not-in-form|not-understood|not-whole|too-(large|long|short|small)|unknown-command)$|^4/;

describe('who may do what, to what belongs to whom', () => {
	it.each(COMMANDS)('$command', async ({ command, input, allowed }) => {
		const [found, meant]: [string[], string[]] = [[], []];
		for (const of of ORGANISATIONS)
			for (const actor of COLUMNS) {
				const answer = await world.actors[actor].command(command, input(world, of));
				const mayNot = answer === 'platform.not-permitted' || answer === '401';
				if (!mayNot) found.push(`${actor} to ${of}`);
				if (!mayNot) expect(answer).not.toMatch(NOT_JUDGED);
				if (allowed[of].includes(actor)) meant.push(`${actor} to ${of}`);
			}
		expect(found.sort()).toEqual(meant.sort());
	});

	it('lets nobody hold a role at a level where it would speak for others', async () => {
		for (const { command, role, at, judged } of MISPLACED_ROLES) {
			const found: string[] = [];
			for (const actor of COLUMNS) {
				const answer = await world.actors[actor].command(command, account(world, world.idOf(at), role));
				if (answer !== 'platform.not-permitted' && answer !== '401') found.push(`${actor}: ${answer}`);
			}
			expect(found.sort(), `${role} at ${at}`).toEqual(judged.map((actor) => `${actor}: platform.role-not-there`).sort());
		}
	});

	it('names every command there is', () => {
		expect(COMMANDS.map(({ command }) => command).sort()).toEqual([...capabilities.commands.keys()].sort());
	});
});
