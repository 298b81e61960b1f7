import { Agent, get } from 'node:http';
import { readersOver } from '#platform/reading/reading.ts';
import { searchDirectory, type DirectoryQuery } from '../../src/capabilities/registry/server/directory.ts';
import { connectionsToRunning } from '../../src/platform/server/cluster.ts';
import { openDatabase } from '../../src/platform/server/database.ts';
import { asSuperuser } from '../../tests/support/embedded.ts';
import type { Program } from './program.ts';
import { atMost, percentile, told, type Result } from './result.ts';

const LISTED = 50_000;
const CONNECTIONS = 8;
const SECONDS = 3;
const MOST_MILLISECONDS = 50;

// What people look for, by kind of question. Half of the listed names say "Association": the commonest word there can be.
const ASKED: readonly (readonly [kind: string, asked: readonly string[]])[] = [
	['a word', ['q=gasorwe', 'q=abarimyi', 'q=twitezimbere', 'q=dukorere']],
	['a misspelt word', ['q=gasorve', 'q=abarimi', 'q=twitesimbere', 'q=asociation']],
	['two words, one misspelt', ['q=bavyeyi+karuzi', 'q=asociation+gitga', 'q=ejo+dusabikane']],
	['a commune', ['province=2025:BI1&commune=2025:BI106', 'province=2025:BI4&commune=2025:BI402', 'province=2017:BDI012']],
	['a theme and a place', ['theme=governance&province=2025:BI1', 'theme=credit-and-income&province=2025:BI4&commune=2025:BI403']],
	['a word that half of them bear', ['q=association', 'q=association&page=9']],
	['no words', ['', 'page=2', 'sorte=faith', 'page=2000']],
];

/**
 * Measures searches of the directory, 50 000 organisations in it, at 8 connections: the search itself against its budget, and the whole
 * pages, which the load shares its cores with. Takes a program and its data folder, which it fills.
 */
export async function benchDirectory({ base }: Program, dataFolder: string): Promise<readonly Result[]> {
	await fill(dataFolder);
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const database = await openDatabase(connectionsToRunning(dataFolder));
	const readers = readersOver(database.gate);
	const search = (asked: string) => readers.asPublic((reading) => searchDirectory(reading, queryOf(asked)));
	try {
		return [
			...(await measured('directory search', search)).map(([name, p95]) => atMost(name, MOST_MILLISECONDS, [p95, 'ms'])),
			...(await measured('directory page', (asked) => ask(agent, `${base}/annuaire?${asked}`))).map(([name, p95]) => told(name, p95, 'ms')),
		];
	} finally {
		agent.destroy();
		await database.close();
	}
}

async function measured(what: string, act: (asked: string) => Promise<unknown>): Promise<readonly (readonly [name: string, p95: number])[]> {
	const results: (readonly [string, number])[] = [];
	const all: number[] = [];
	for (const [kind, asked] of ASKED) {
		for (const query of asked) await act(query);
		const latencies = await load(act, asked);
		all.push(...latencies);
		results.push([`${what}, ${kind}: p95 at ${CONNECTIONS} connections`, percentile(latencies, 0.95)]);
	}
	return [...results, [`${what} over ${LISTED} organisations: p95 at ${CONNECTIONS} connections`, percentile(all, 0.95)]];
}

// What the page makes of its address.
function queryOf(asked: string): DirectoryQuery {
	const address = new URLSearchParams(asked);
	const said = (name: string) => address.get(name) ?? '';
	return { words: said('q'), theme: said('theme'), kind: said('sorte'), place: said('commune') || said('province'), page: Number(said('page') || 1) };
}

async function load(act: (asked: string) => Promise<unknown>, asked: readonly string[]): Promise<readonly number[]> {
	const latencies: number[] = [];
	const until = performance.now() + SECONDS * 1000;
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async (_, connection) => {
			for (let at = connection; performance.now() < until; at += 1) {
				const began = performance.now();
				await act(asked[at % asked.length] ?? '');
				latencies.push(performance.now() - began);
			}
		}),
	);
	return latencies;
}

function ask(agent: Agent, address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		get(address, { agent }, (response) => {
			response.on('data', () => undefined).on('error', reject);
			response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${address}: ${response.statusCode}`))));
		}).on('error', reject);
	});
}

// Names as registers have them: a kind, one or two words from a few thousand, a place.
async function fill(dataFolder: string): Promise<void> {
	const numbered = `select i, md5('listed ' || i)::uuid as id from generate_series(1, ${LISTED}) i`;
	const demonstration = `(select id from programme.programmes where code = 'demonstration')`;
	await asSuperuser(dataFolder, `insert into access.scopes (id, kind, parent_id) select id, 'organisation', ${demonstration} from (${numbered}) n`);
	await asSuperuser(
		dataFolder,
		`insert into registry.organisations (id, scope_id, programme_id, partner_id, name, kind, place_scheme, place_code, registered_on)
		select id, id, ${demonstration}, (select min(id::text)::uuid from programme.partners where programme_id = ${demonstration}), 'Inventée ' || i,
			'association', '2025', 'BI101', '2026-01-01' from (${numbered}) n`,
	);
	await asSuperuser(dataFolder, LISTINGS, [LISTED]);
	await asSuperuser(dataFolder, 'vacuum analyze registry.directory');
	await asSuperuser(dataFolder, 'vacuum analyze registry.directory_words');
}

const LISTINGS = `
	with communes as (select scheme, code, name, row_number() over (order by scheme, code) as n, count(*) over () as many from programme.places where level = 'commune'),
	stems as (select array['abarimyi','abavyeyi','twitezimbere','dukorere','dusabikane','terimbere','tujehamwe','abahuza','garuka','ejo','girimpuhwe','ndumwizero'] as s,
		array['ba','bo','du','gi','ka','mu','nya','ru','shi','te','vu','wa','ye','zi','ki','ro'] as b)
	insert into registry.directory (id, scope_id, organisation_id, listed, name, acronym, kind, place_scheme, place_code, published_on, shows_work, themes, services, zones)
	select md5('listing ' || i)::uuid, md5('listed ' || i)::uuid, md5('listed ' || i)::uuid, true,
		(case when i % 2 = 0 then 'Association ' else '' end) || initcap(s.s[1 + i * 7 % 12]) || ' ' || initcap(s.b[1 + i % 16] || s.b[1 + i / 16 % 16] || s.b[1 + i / 256 % 16]) || ' ' || c.name,
		case when i % 3 = 0 then upper(left(md5('acronym ' || i), 4)) else '' end,
		(array['association','association','association','group','cooperative','network'])[1 + i % 6], c.scheme, c.code, date '2026-01-01' + i % 300, true,
		array[(array['accountability','ethics','networking','governance','human-rights','credit-and-income','other'])[1 + i % 7], (array['legal-frame','corruption','governance'])[1 + i % 3]],
		array[(array['Épargne et crédit','Écoute des familles','Suivi du budget de la commune','Hangar et stockage'])[1 + i % 4]],
		array[c.scheme || ':' || c.code]
	from generate_series(1, $1::int) i cross join stems s join communes c on c.n = 1 + (i * 31) % c.many`;
