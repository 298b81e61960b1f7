import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { readersOver } from '#platform/reading/reading.ts';
import { peopleByPlaceAndQuarter } from '../../src/capabilities/indicators/server/figures.ts';
import { startOwnPostgres } from '../../src/platform/server/cluster.ts';
import { holdDataFolder } from '../../src/platform/server/data-folder.ts';
import { openDatabase, type Database } from '../../src/platform/server/database.ts';
import { migrate } from '../../src/platform/server/migrations.ts';
import { atMost, told, type Result } from './result.ts';

const FACTS = 1_000_000;
const PROGRAMME = '00000000-0000-7000-8000-00000000aaaa';
const counted = {
	programmeId: PROGRAMME,
	level: { kind: 'programme' as const, id: PROGRAMME },
	from: '2017-01-01' as CalendarDate,
	to: '2018-12-31' as CalendarDate,
};

/** Measures unique persons over a million facts against the same question by hand, without row security, in one run; again after one per cent changed. */
export async function benchFigures(dataFolder: string, migrations: string): Promise<readonly Result[]> {
	const held = holdDataFolder(dataFolder);
	const { postgres, connections } = await startOwnPostgres(held.path);
	const database = await openDatabase(connections);
	try {
		await migrate(database.owner, migrations);
		await fill(database);
		await printRole(database);
		const first = await compared(database);
		await database.owner.query(
			`update facts.facts set birth_year = birth_year - 1, sex = case sex when 'F' then 'M' else 'F' end where id % 100 = 7`,
		);
		const second = await compared(database);
		return [
			told('unique persons over 1 000 000 facts, commune × sex × age band × quarter', first.ours, 'ms'),
			atMost('… against the same SQL by hand without row security', 1.5, [first.ratio, '×']),
			told('… after 1 % of the facts changed', second.ours, 'ms'),
			atMost('… after 1 % of the facts changed, against the same SQL by hand', 1.5, [second.ratio, '×']),
		];
	} finally {
		await database.close();
		await postgres.stop();
		held.letGo();
	}
}

async function fill({ owner }: Database): Promise<void> {
	await owner.query(
		`insert into facts.facts (kind, key, entered, occurred_on, programme_id, organisation_id, activity_id, person_id, sex, birth_year, place_scheme, place_code, scope_id, source, source_id)
		select 'training.attended', i::text, i, date '2017-01-01' + (i * 7919 % 730)::int, $1::uuid, md5('o' || i % 3000)::uuid, md5('s' || i % 20000)::uuid, md5('p' || (i * 31 % 150000))::uuid,
			case when (i * 31 % 150000) % 9 < 5 then 'F' else 'M' end, (1950 + (i * 31 % 150000) % 55)::smallint, '2017', 'BDI' || lpad((i % 119)::text, 6, '0'), $1::uuid, 'training.enrolments', md5('e' || i)::uuid
		from generate_series(1, ${FACTS}::bigint) i`,
		[PROGRAMME],
	);
	await owner.query('analyze facts.facts');
}

async function printRole(database: Database): Promise<void> {
	await readersOver(database.gate).asFigures(async (reading) => {
		const { rows } = await sql<{
			role: string;
			bypass: boolean;
		}>`select current_user as role, (select rolbypassrls from pg_roles where rolname = current_user) as bypass`.execute(reading);
		console.log(`current_user=${rows[0]?.role} rolbypassrls=${rows[0]?.bypass}`);
	});
}

async function compared(database: Database): Promise<{ ours: number; ratio: number }> {
	const readers = readersOver(database.gate);
	const ours: number[] = [];
	const byHand: number[] = [];
	let cells: [number, number] = [0, 0];
	for (let round = 0; round < 3; round += 1) {
		const [mine, m] = await timed(() => readers.asFigures((reading) => peopleByPlaceAndQuarter(reading, counted)));
		const [hand, h] = await timed(() => byHandOnce(database));
		cells = [m.length, h.rows.length];
		// The first round only warms both up.
		if (round > 0) [ours, byHand].forEach((times, at) => times.push(at === 0 ? mine : hand));
	}
	if (cells[0] !== cells[1] || cells[0] === 0) throw new Error(`The two questions do not have one answer: ${cells.join(' and ')} cells`);
	return { ours: middle(ours), ratio: middle(ours) / middle(byHand) };
}

// With the same memory as ours, so that only row security and our way of asking are compared.
async function byHandOnce({ owner }: Database) {
	const client = await owner.connect();
	try {
		await client.query("set work_mem = '128MB'");
		return await client.query(BY_HAND, [PROGRAMME]);
	} finally {
		client.release();
	}
}

const BY_HAND = `with came as (
		select person_id as person, to_char(occurred_on, 'YYYY"T"Q') as quarter, place_scheme, place_code, occurred_on, entered, sex,
			case when birth_year is null then 'unknown' when extract(year from occurred_on) - birth_year < 18 then 'under-18' when extract(year from occurred_on) - birth_year < 25 then '18-24'
				when extract(year from occurred_on) - birth_year < 36 then '25-35' when extract(year from occurred_on) - birth_year < 50 then '36-49' else '50-plus' end as band
		from facts.facts where programme_id = $1 and kind = 'training.attended' and left_at is null and occurred_on between '2017-01-01' and '2018-12-31'
	), latest as (select distinct on (person, quarter) person, quarter, sex, band from came order by person, quarter, occurred_on desc, entered desc
	), places as (select distinct person, quarter, place_scheme, place_code from came)
	select place_scheme, place_code, quarter, sex, band, count(*) from places join latest using (person, quarter) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
	const start = performance.now();
	const found = await work();
	return [performance.now() - start, found];
}

function middle(numbers: readonly number[]): number {
	return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
