import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Partner, Programme } from '../schema.ts';

const PROGRAMME = sql`p.id, p.scope_id as "scopeId", p.code, p.name, p.country, p.donor, p.starts_on as "startsOn", p.ends_on as "endsOn", p.end_as_printed as "endAsPrinted",
	p.closed, p.demonstration, p.budget_cents as "budgetCents", p.vision, p.aims, p.targets`;

/** All programmes, real ones first, the newest first. Their frames are public. */
export async function listProgrammes(reading: Reading): Promise<readonly Programme[]> {
	const { rows } = await sql<Programme>`select ${PROGRAMME} from programme.programmes p order by p.demonstration, p.starts_on desc`.execute(reading);
	return rows;
}

/** A programme by its code or its id; `undefined` when there is none. */
export async function findProgramme(reading: Reading, codeOrId: string): Promise<Programme | undefined> {
	const { rows } =
		await sql<Programme>`select ${PROGRAMME} from programme.programmes p where p.code = ${codeOrId} or p.id::text = ${codeOrId}`.execute(reading);
	return rows[0];
}

/** The partners of a programme, by name. */
export async function listPartners(reading: Reading, programmeId: Id): Promise<readonly Partner[]> {
	const { rows } =
		await sql<Partner>`select id, scope_id as "scopeId", programme_id as "programmeId", name, does from programme.partners where programme_id = ${programmeId} order by name`.execute(
			reading,
		);
	return rows;
}

/** The names of some partners. */
export async function partnerNames(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
	const { rows } = await sql<{ id: Id; name: string }>`select id, name from programme.partners where id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The frame of a programme: its results, activities, zones in words, and budget lines in euro cents. */
export async function loadFrame(reading: Reading, programmeId: Id) {
	const results = await sql<{
		number: number;
		words: string;
	}>`select number, words from programme.results where programme_id = ${programmeId} order by number`.execute(reading);
	const activities = await sql<{
		number: number;
		words: string;
	}>`select number, words from programme.activities where programme_id = ${programmeId} order by number`.execute(reading);
	const zones = await sql<{ id: Id; name: string; level: string; province: string; scheme: string }>`
		select z.id, c.name, c.level, v.name as province, c.scheme from programme.zones z join programme.places c on c.scheme = z.place_scheme and c.code = z.place_code
		join programme.places v on v.scheme = c.scheme and v.code = c.province_code where z.programme_id = ${programmeId} order by v.name, c.name`.execute(
		reading,
	);
	const budget = await sql<{
		id: Id;
		label: string;
		amountCents: number;
	}>`select id, label, amount_cents as "amountCents" from programme.budget_lines where programme_id = ${programmeId} order by id`.execute(reading);
	return { results: results.rows, activities: activities.rows, zones: zones.rows, budgetLines: budget.rows };
}
