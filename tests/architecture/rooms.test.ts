import { describe, expect, it } from 'vitest';
import { filesOf } from './tree.ts';

const sources = filesOf('src/**/*.{ts,svelte}').filter(({ path }) => !path.includes('words.generated'));
const own = sources.filter(({ path }) => !path.endsWith('.test.ts'));

// What any visitor may read, on purpose.
const PUBLIC_PAGES = [
	'',
	'[...perdue]',
	'annuaire',
	'annuaire/[id]',
	'entrer',
	'entrer/code',
	'pieces',
	'programmes',
	'programmes/[code]',
	'verifier',
];

// What the program answers beside pages, and what each asks of whoever asks.
const ENDPOINTS: Readonly<Record<string, RegExp>> = {
	'src/routes/api/commands/+server.ts': /if \(!locals\.visitor\) error\(401/,
	'src/routes/api/sync/+server.ts': /if \(!locals\.visitor\) error\(401/,
	'src/routes/api/sync/lane/+server.ts': /visitor/,
	'src/routes/api/places/+server.ts': /Places are public/,
	'src/routes/(office)/besoins/promesses/agenda.ics/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/f/[[code]]/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/formations/[id]/agenda.ics/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/formations/[id]/attestations/attestations.pdf/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/formations/[id]/saisie/connues/+server.ts': /await standing\(event\)[\s\S]*training\.keep-attendance/,
	'src/routes/(office)/formations/[id]/saisie/pieces/[scan]/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/formations/calendrier.ics/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/organisations/couverture/tableau.csv/+server.ts': /await coverageFile\(event\)/,
	'src/routes/(office)/organisations/couverture/tableau.xlsx/+server.ts': /await coverageFile\(event\)/,
	'src/routes/(office)/organisations/liste.csv/+server.ts': /await organisationsSheet\(event\)/,
	'src/routes/(office)/organisations/liste.xlsx/+server.ts': /await organisationsSheet\(event\)/,
	'src/routes/(office)/organisations/[id]/pieces/[scan]/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/organisations/importer/modele.csv/+server.ts': /await standing\(event\)/,
	'src/routes/(office)/rapports/chiffres.xlsx/+server.ts': /await standing\(/,
	'src/routes/(office)/sortir/+server.ts': /locals|visitor/,
};

function pagesOf(group: string): readonly string[] {
	return own
		.filter(({ path }) => path.startsWith(`src/routes/(${group})`) && path.endsWith('+page.svelte'))
		.map(({ path }) => path.slice(`src/routes/(${group})`.length + 1).replace(/\/?\+page\.svelte$/, ''));
}

describe('every page', () => {
	it('that is public is so on purpose, and never reads who is signed in', () => {
		expect(pagesOf('public')).toEqual(PUBLIC_PAGES);
		for (const { path, text } of own.filter(({ path }) => path.startsWith('src/routes/(public)')))
			expect(text, path).not.toMatch(/locals\.visitor|visitorOr|standing\(/);
	});

	it('of the office asks who is there before it reads anything', () => {
		const loads = own.filter(({ path, text }) => /^src\/routes\/\(office\)\/.+\/\+page\.server\.ts$/.test(path) && text.includes('load'));
		expect(loads.map(({ path }) => path.slice('src/routes/(office)/'.length, -'/+page.server.ts'.length)).sort()).toEqual(
			[...pagesOf('office')].sort(),
		);
		for (const { path, text } of loads) expect(text, path).toMatch(/await standing\(|visitorOr\(/);
	});

	it('of the field reads nothing on the server', () => {
		expect(own.filter(({ path }) => path.startsWith('src/routes/(field)') && path.includes('.server.')).map(({ path }) => path)).toEqual([]);
	});

	it('holds no SQL', () => {
		for (const { path, text } of own.filter(({ path }) => path.startsWith('src/routes')))
			expect(text, path).not.toMatch(/from 'kysely'|from 'pg'|sql`/);
	});

	it('has beside it only the endpoints we know, each asking what it must', () => {
		const endpoints = own.filter(({ path }) => path.endsWith('+server.ts'));
		expect(endpoints.map(({ path }) => path).sort()).toEqual(Object.keys(ENDPOINTS).sort());
		for (const { path, text } of endpoints) expect(text, path).toMatch(ENDPOINTS[path] as RegExp);
	});
});

describe('every table', () => {
	const tables = filesOf('migrations/*.sql').flatMap(({ text }) =>
		[...text.matchAll(/^create table (\w+)\.(\w+)/gm)].map(([, schema = '', name = '']) => [schema, name] as const),
	);
	// Platform schemas, by the room that writes them.
	const ROOMS: Readonly<Record<string, RegExp>> = {
		access: /^src\/platform\/(access|commands|audit|sync|reading)\/|^src\/app\/(house-account|standing)\.ts/,
		auth: /^src\/platform\/access\/door\//,
		audit: /^src\/platform\/(audit|commands)\//,
		commands: /^src\/platform\/(commands|sync)\//,
		jobs: /^src\/platform\/jobs\//,
		facts: /^src\/(platform|capabilities\/indicators)\//,
		sync: /^src\/platform\/(sync|commands|server|access\/door)\//,
	};
	// Reads that join what everybody may know (STYLE, the floors): a page of one capability names organisations and people.
	const JOINED = [
		'people.persons',
		'programme.programmes',
		'programme.partners',
		'programme.places',
		'registry.organisations',
		'registry.contacts',
		'words.',
	];

	// Places are data that the program brings; a backup holds every table; a sign-in of the demonstration is made once.
	const EXCEPTED = /^src\/app\/(load-places|load)\.ts$|^src\/platform\/server\/backup-restore\.ts$/;

	it('has one owner', () => {
		expect(tables.length).toBeGreaterThan(20);
		const faults: string[] = [];
		for (const [schema, name] of tables) {
			const capability = own.some(({ path }) => path.startsWith(`src/capabilities/${schema}/`));
			const room = ROOMS[schema] ?? new RegExp(`^src/capabilities/${schema}/`);
			if (!capability && !ROOMS[schema]) faults.push(`${schema}.${name}: nobody owns the schema`);
			for (const { path, text } of own.filter(({ path }) => path.endsWith('.ts') && !room.test(path) && !EXCEPTED.test(path)))
				if (new RegExp(`\\b(from|join|into|update) ${schema}\\.${name}\\b`).test(text) && !JOINED.includes(`${schema}.${name}`))
					faults.push(`${path} touches ${schema}.${name}`);
		}
		expect(faults).toEqual([]);
	});
});

describe('every migration', () => {
	it('is dated, numbered once, and says whose it is', () => {
		const names = filesOf('migrations/*.sql').map(({ path }) => path.slice('migrations/'.length));
		for (const name of names) expect(name).toMatch(/^\d{4}-\d\d-\d\d-\d\d-[a-z-]+\.sql$/);
		expect(new Set(names.map((name) => name.slice(0, 13))).size).toBe(names.length);
	});
});

describe('every test', () => {
	it('is run: none is skipped, none alone', () => {
		const all = [...filesOf('tests/**/*.ts'), ...sources.filter(({ path }) => path.endsWith('.test.ts'))].filter(
			({ path }) => !path.startsWith('tests/architecture'),
		);
		for (const { path, text } of all) expect(text, path).not.toMatch(/\b(it|test|describe)\.(skip|only|todo|fixme|skipIf|runIf)\b/);
	});
});
