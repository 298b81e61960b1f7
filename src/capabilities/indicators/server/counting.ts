import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Level } from '../rules/level.ts';

/** What is counted: the facts of a programme at a level, between two days (both counted), as they stand or as they stood. */
export type Counted = Readonly<{ programmeId: Id; level: Level; from: CalendarDate; to: CalendarDate; asOf?: number }>;

/**
 * The condition that keeps the facts to count; the table must be called `f`.
 * With `asOf`, the facts that stood when that number was given; without, those that stand now.
 */
export function countedFacts(kind: string, { programmeId, level, from, to, asOf }: Counted): RawBuilder<unknown> {
	const standing = asOf === undefined ? sql`f.left_at is null` : sql`f.entered <= ${asOf} and (f.left_at is null or f.left_at > ${asOf})`;
	const within = { programme: sql`true`, partner: sql`f.partner_id = ${level.id}`, organisation: sql`f.organisation_id = ${level.id}` }[level.kind];
	return sql`f.programme_id = ${programmeId} and f.kind = ${kind} and f.occurred_on between ${from} and ${to} and ${standing} and ${within}`;
}

/** The person a fact counts: the one whose record stands, where two records were told to be one. The tables must be called `f` and `s`. */
export const countedPerson = sql`coalesce(s.counted_as, f.person_id)`;

/** Joins what was told of two records being one person, as it stands or as it stood. */
export function samePersons(asOf: number | undefined): RawBuilder<unknown> {
	return sql`left join facts.same_as s on s.record_id = f.person_id and ${toldAt('s', asOf)}`;
}

/** The organisation a fact counts: the one that stands, where two records were told to be one. The tables must be called `f` and `o`. */
export const countedOrganisation = sql`coalesce(o.counted_as, f.organisation_id)`;

/** Joins what was told of two records being one organisation, as it stands or as it stood. */
export function sameOrganisations(asOf: number | undefined): RawBuilder<unknown> {
	return sql`left join facts.same_as o on o.record_id = f.organisation_id and ${toldAt('o', asOf)}`;
}

function toldAt(table: 's' | 'o' | 'm', asOf: number | undefined): RawBuilder<unknown> {
	const [entered, left] = [sql.ref(`${table}.entered`), sql.ref(`${table}.left_at`)];
	return asOf === undefined ? sql`${left} is null` : sql`${entered} <= ${asOf} and (${left} is null or ${left} > ${asOf})`;
}

/** The persons whose records were told to be of more than one, as it stands or as it stood: few, and all that may come twice. */
export function personsOfSeveralRecords(asOf: number | undefined): RawBuilder<unknown> {
	return sql`select m.record_id from facts.same_as m where ${toldAt('m', asOf)} union select m.counted_as from facts.same_as m where ${toldAt('m', asOf)}`;
}

/** The age band of a year of birth at a day, as `people` bands it. */
export function bandAt(birthYear: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<string> {
	const age = sql`extract(year from ${on}) - ${birthYear}`;
	return sql<string>`case when ${birthYear} is null then 'unknown' when ${age} < 18 then 'under-18' when ${age} < 25 then '18-24'
		when ${age} < 36 then '25-35' when ${age} < 50 then '36-49' else '50-plus' end`;
}
