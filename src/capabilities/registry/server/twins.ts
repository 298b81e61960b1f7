import { sql, type RawBuilder } from 'kysely';
import type { Pool } from 'pg';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { PROPOSED_FROM } from '../../people/index.ts';
import type { LineFields } from '../rules/import/import-fields.ts';
import { comparedLine } from '../rules/twins/compared-organisation.ts';
import { organisationKeys } from '../rules/twins/organisation-keys.ts';
import { organisationLikeness, type Act, type ComparedOrganisation, type Named } from '../rules/twins/organisation-likeness.ts';
import type { OrganisationKind } from '../schema.ts';

/** An organisation as a pair shows it, with all by which it is compared. */
export type OrganisationFace = Readonly<{
	id: Id;
	name: string;
	acronym: string;
	kind: OrganisationKind;
	place: string;
	commune: string;
	province: string;
	colline: string;
	partner: string;
	/** The day it was registered. */
	since: CalendarDate;
	former: readonly Named[];
	acts: readonly Act[];
	phones: readonly string[];
}>;

/** The faces of some organisations, as far as the reader sees them. */
export async function organisationFaces(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, OrganisationFace>> {
	const { rows } = await sql<OrganisationFace>`
		select o.id, o.name, o.acronym, o.kind, o.place_scheme || ':' || o.place_code as place, c.name as commune, v.name as province, o.colline, a.name as partner, o.registered_on as since,
			coalesce((select json_agg(json_build_object('name', f.name, 'acronym', f.acronym) order by f.until_on desc) from registry.former_names f
				where f.organisation_id = o.id and not f.struck), '[]') as former,
			coalesce((select json_agg(json_build_object('kind', l.kind, 'number', l.number) order by l.acted_on) from registry.legal_acts l
				where l.organisation_id = o.id and not l.struck), '[]') as acts,
			coalesce((select json_agg(k.phone order by k.full_name) from registry.contacts k where k.organisation_id = o.id and k.phone <> '' and not k.gone), '[]') as phones
		from registry.organisations o
		join programme.places c on c.scheme = o.place_scheme and c.code = o.place_code
		join programme.places v on v.scheme = c.scheme and v.code = c.province_code
		join programme.partners a on a.id = o.partner_id where o.id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map((row) => [row.id, row]));
}

/** An organisation that is like one about to be registered, and why. */
export type Likely = OrganisationFace & Readonly<{ reasons: readonly string[] }>;

const MOST_UNDER_A_KEY = 40;
const MOST_COMPARED = 30;
const MOST_SHOWN = 5;

/** An organisation that a line of a list may mean, and how alike they are (0 to 1). */
export type LikelyLine = Readonly<{ organisationId: Id; likeness: number }>;

/**
 * For each of many that are about to be registered, those a person sees that are likely it, the likeliest first. What she does not
 * see is not looked at. Returns a list for each, in their order.
 */
export async function likelyTwinsOfEach(
	reading: Reading,
	programmeId: Id,
	all: readonly ComparedOrganisation[],
): Promise<readonly (readonly LikelyLine[])[]> {
	const asked = all.flatMap((compared, at) => organisationKeys(compared).map((key) => ({ at, key })));
	const { rows } = await sql<{ at: number; organisationId: Id }>`
		select asked.at, m.organisation_id as "organisationId" from unnest(${asked.map(({ at }) => at)}::integer[], ${asked.map(({ key }) => key)}::text[]) as asked (at, key)
		cross join lateral (select k.organisation_id, count(*) over () as many from (
			select organisation_id from registry.twin_keys where programme_id = ${programmeId} and key = asked.key and key <> '' order by id limit ${MOST_UNDER_A_KEY + 1}
		) k) m where m.many <= ${MOST_UNDER_A_KEY}
		group by asked.at, m.organisation_id order by asked.at, count(*) desc, m.organisation_id`.execute(reading);
	const met = Map.groupBy(rows, ({ at }) => at);
	const faces = await organisationFaces(reading, [...new Set(rows.map(({ organisationId }) => organisationId))]);
	return all.map((compared, at) => {
		const compareds = (met.get(at) ?? []).slice(0, MOST_COMPARED).flatMap(({ organisationId }) => faces.get(organisationId) ?? []);
		return compareds
			.map((face) => ({ organisationId: face.id, likeness: organisationLikeness(compared, { ...face, names: [face, ...face.former] }).score }))
			.filter(({ likeness }) => likeness >= PROPOSED_FROM)
			.toSorted((a, b) => b.likeness - a.likeness)
			.slice(0, MOST_SHOWN);
	});
}

/** Those a person sees that are likely the organisation she is about to register, the likeliest first. What she does not see is not looked at. */
export async function likelyTwins(reading: Reading, programmeId: Id, compared: ComparedOrganisation): Promise<readonly Likely[]> {
	const keys = organisationKeys(compared);
	const { rows } = await sql<{ organisationId: Id }>`
		select m.organisation_id as "organisationId" from unnest(${keys}::text[]) as asked (key)
		cross join lateral (select k.organisation_id, count(*) over () as many from (
			select organisation_id from registry.twin_keys where programme_id = ${programmeId} and key = asked.key and key <> '' order by id limit ${MOST_UNDER_A_KEY + 1}
		) k) m where m.many <= ${MOST_UNDER_A_KEY}
		group by m.organisation_id order by count(*) desc, m.organisation_id limit ${MOST_COMPARED}`.execute(reading);
	const faces = await organisationFaces(
		reading,
		rows.map(({ organisationId }) => organisationId),
	);
	return [...faces.values()]
		.map((face) => ({ face, likeness: organisationLikeness(compared, { ...face, names: [face, ...face.former] }) }))
		.filter(({ likeness }) => likeness.score >= PROPOSED_FROM)
		.toSorted((a, b) => b.likeness.score - a.likeness.score)
		.slice(0, MOST_SHOWN)
		.map(({ face, likeness }) => ({ ...face, reasons: likeness.reasons }));
}

/** For each line of a list of a partner, the organisations it accompanies that the line may mean. A line without name or place means none. */
export async function candidatesOf(
	reading: Reading,
	partnerId: Id,
	lines: readonly Readonly<{ fields?: LineFields }>[],
): Promise<readonly (readonly LikelyLine[])[]> {
	const { rows } = await sql<{ programmeId: Id }>`select programme_id as "programmeId" from programme.partners where id = ${partnerId}`.execute(
		reading,
	);
	const programmeId = rows[0]?.programmeId;
	const asked = lines.flatMap(({ fields }, at) => (fields?.name && fields.placeCode ? [{ fields, at }] : []));
	if (!programmeId) return [];
	const found = await likelyTwinsOfEach(
		reading,
		programmeId,
		asked.map(({ fields }) => comparedLine(fields)),
	);
	// Whoever sees the list sees what its partner accompanies; what others accompany is proposed afterwards, to who sees both.
	const { rows: own } = await sql<{ id: Id }>`select id from registry.organisations where partner_id = ${partnerId}`.execute(reading);
	const accompanied = new Set(own.map(({ id }) => id));
	const byLine = new Map(asked.map(({ at }, index) => [at, (found[index] ?? []).filter(({ organisationId }) => accompanied.has(organisationId))]));
	return lines.map((_, at) => byLine.get(at) ?? []);
}

/** An organisation that is one with another, and the organisation that stands for both. */
export type OneWith = Readonly<{ id: Id; name: string; stands: boolean }>;

/** The organisations that were told to be one with this one, as far as the reader sees them: the one that stands, or those it stands for. */
export async function listOneWith(reading: Reading, organisationId: Id): Promise<readonly OneWith[]> {
	const { rows } = await sql<OneWith>`
		select o.id, o.name, s.record_id = ${organisationId} as stands from registry.stand_ins s
		join registry.organisations o on o.id = case when s.record_id = ${organisationId} then s.stands_id else s.record_id end
		where s.stands_id is not null and (s.record_id = ${organisationId} or s.stands_id = ${organisationId}) order by o.name, o.id`.execute(reading);
	return rows;
}

/** The condition that an organisation stands for itself, as far as the reader sees: another that she sees does not. The table must be called `o`. */
export const standsForItself = sql`not exists (select 1 from registry.stand_ins s join registry.organisations r on r.id = s.stands_id where s.record_id = o.id)`;

/** The name under which one of those an organisation stands for is found by some letters. The table must be called `o`. */
export function alsoCalled(words: string): RawBuilder<string | null> {
	return sql`(select r.name from registry.stand_ins s join registry.organisations r on r.id = s.record_id where ${words} <> '' and s.stands_id = o.id
		and words.plain(r.name || ' ' || r.acronym) like '%' || trim(words.plain(${words})) || '%' order by r.name limit 1)`;
}

/**
 * The organisations that meet another under a key that few share, so that looking for twins of them is worth it. Read with the
 * judge's rights: it tells nobody anything, and what is proposed from it is shown to those who see both.
 */
export async function organisationsThatMeet(judge: Pool, programmeId: Id, among: readonly Id[] | 'all'): Promise<readonly Id[]> {
	const { rows } = await judge.query<{ id: Id }>(
		`with few as (
			select key from registry.twin_keys where programme_id = $1 and key <> '' group by key having count(*) between 2 and $2
		)
		select distinct k.organisation_id as id from registry.twin_keys k join few using (key)
		where k.programme_id = $1 and ($3::uuid[] is null or k.organisation_id = any ($3)) order by 1`,
		[programmeId, MOST_UNDER_A_KEY, among === 'all' ? null : among],
	);
	return rows.map(({ id }) => id);
}
