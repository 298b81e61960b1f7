import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { PROPOSED_FROM } from '../rules/twins/likeness.ts';
import type { Twin } from '../rules/twins/twin-tables.ts';

/** A pair as its page lists it. Which of the two stands now, where one does: null when neither, or when the reader does not see it. */
export type TwinRow = Pick<Twin, 'id' | 'scopeId' | 'oneId' | 'otherId' | 'score' | 'reasons' | 'state' | 'standsId' | 'decidedOn'>;

/** How many pairs a person sees in each state. */
export type TwinCounts = Readonly<Record<Twin['state'], number>>;

export type TwinTables = 'registry' | 'people';

const LEAST = Math.round(PROPOSED_FROM * 100);
const MOST = 100;

// A pair of a schema's that waits: likely enough, and not already one through others.
function listedAs(of: TwinTables): RawBuilder<unknown> {
	const standIns = sql.table(`${of}.stand_ins`);
	return sql`(t.state <> 'proposed' or (t.score >= ${LEAST}
		and coalesce((select s.stands_id from ${standIns} s where s.record_id = t.one_id), t.one_id)
			<> coalesce((select s.stands_id from ${standIns} s where s.record_id = t.other_id), t.other_id)))`;
}

/** Lists the pairs of organisations or of persons in one state that a person sees, the likeliest first. */
export async function listTwins(
	reading: Reading,
	of: TwinTables,
	asked: Readonly<{ programmeId: Id; state: Twin['state'] }>,
): Promise<readonly TwinRow[]> {
	const { rows } = await sql<TwinRow>`
		select t.id, t.scope_id as "scopeId", t.one_id as "oneId", t.other_id as "otherId", t.score, t.reasons, t.state, t.stands_id as "standsId", t.decided_on as "decidedOn"
		from ${sql.table(`${of}.twins`)} t where t.programme_id = ${asked.programmeId} and t.state = ${asked.state} and ${listedAs(of)}
		order by t.decided_on desc nulls first, t.score desc, t.id limit ${MOST}`.execute(reading);
	return rows;
}

/** Counts the pairs of organisations or of persons that a person sees, by state. */
export async function countTwins(reading: Reading, of: TwinTables, programmeId: Id): Promise<TwinCounts> {
	const { rows } = await sql<{ state: Twin['state']; pairs: number }>`
		select t.state, count(*) as pairs from ${sql.table(`${of}.twins`)} t where t.programme_id = ${programmeId} and ${listedAs(of)} group by t.state`.execute(
		reading,
	);
	const counted = new Map(rows.map(({ state, pairs }) => [state, pairs]));
	return { proposed: counted.get('proposed') ?? 0, merged: counted.get('merged') ?? 0, different: counted.get('different') ?? 0 };
}

/** Which record stands for each of some, as far as the reader sees both. */
export async function standsFor(reading: Reading, of: TwinTables, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
	const { rows } = await sql<{ recordId: Id; standsId: Id }>`
		select record_id as "recordId", stands_id as "standsId" from ${sql.table(`${of}.stand_ins`)}
		where stands_id is not null and record_id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ recordId, standsId }) => [recordId, standsId]));
}

/** A person as a pair shows her. */
export type PersonFace = Readonly<{
	id: Id;
	name: string;
	sex: 'F' | 'M';
	birthYear: number | null;
	phone: string;
	/** The day she was met. */
	since: CalendarDate;
	organisationId: Id;
	organisation: string | null;
}>;

/** The faces of some persons, as far as the reader sees them. */
export async function personFaces(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, PersonFace>> {
	const { rows } = await sql<PersonFace>`
		select p.id, p.full_name as name, p.sex, p.birth_year as "birthYear", p.phone, p.met_on as since, p.organisation_id as "organisationId", o.name as organisation
		from people.persons p left join registry.organisations o on o.id = p.organisation_id where p.id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map((row) => [row.id, row]));
}
