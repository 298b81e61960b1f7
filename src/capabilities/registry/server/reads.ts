import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Table } from '#platform/commands/table.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { TABLE_OF } from '../history-lines.ts';
import { LINES, type LineKind } from '../rules/contradicted.ts';
import type { History } from '../rules/timeline.ts';
import type { LifeState, Organisation, OrganisationKind } from '../schema.ts';
import { isAtWork, type WorkQuery } from './coverage.ts';
import { alsoCalled, standsForItself } from './twins.ts';

/** An organisation as a list shows it. */
export type OrganisationRow = Readonly<{
	id: Id;
	name: string;
	acronym: string;
	kind: OrganisationKind;
	placeCode: string;
	commune: string;
	province: string;
	partner: string;
	membersWomen: number | null;
	membersMen: number | null;
	publishedOn: CalendarDate | null;
	/** The state stated last, up to today; null when none was. */
	life: LifeState['state'] | null;
	/** The former name by which it was found; null when it was found otherwise. */
	formerly: string | null;
	/** The name of a record it stands for, by which it was found. */
	alsoCalled: string | null;
}>;

/** What a list of organisations is asked for. With `each`, those for which another stands are listed too. */
export type OrganisationQuery = Readonly<{
	programmeId: Id;
	words?: string;
	province?: string;
	kind?: string;
	life?: string;
	/** Only those at work so. */
	work?: WorkQuery | undefined;
	limit?: number;
	each?: boolean;
}>;

/** Lists the organisations a person sees, by name, or the nearest to some letters first. */
export async function listOrganisations(
	reading: Reading,
	{ programmeId, words = '', province = '', kind = '', life = '', work, limit = 200, each = false }: OrganisationQuery,
): Promise<readonly OrganisationRow[]> {
	const { rows } = await sql<OrganisationRow>`
		select o.id, o.name, o.acronym, o.kind, c.name as commune, v.name as province, a.name as partner,
			o.place_code as "placeCode", o.members_women as "membersWomen", o.members_men as "membersMen", o.published_on as "publishedOn", l.state as life,
			(select f.name from registry.former_names f where ${words} <> '' and f.organisation_id = o.id and not f.struck
				and words.plain(f.name || ' ' || f.acronym) like '%' || trim(words.plain(${words})) || '%' order by f.until_on desc limit 1) as formerly,
			${alsoCalled(words)} as "alsoCalled"
		from registry.organisations o
		left join lateral (select state from registry.life_states s where s.organisation_id = o.id and not s.struck and s.since_on <= current_date
			order by s.since_on desc, s.id desc limit 1) l on true
		join programme.places c on c.scheme = o.place_scheme and c.code = o.place_code
		join programme.places v on v.scheme = c.scheme and v.code = c.province_code
		join programme.partners a on a.id = o.partner_id
		where o.programme_id = ${programmeId} and (${each} or ${standsForItself})
			and (${province} = '' or v.code = ${province}) and (${kind} = '' or o.kind = ${kind}) and (${life} = '' or coalesce(l.state, 'unknown') = ${life})
			and ${work ? isAtWork(work) : sql`true`}
			and (${words} = '' or words.plain(o.name || ' ' || o.acronym || ' ' || c.name) like '%' || trim(words.plain(${words})) || '%'
				or words.word_similarity(words.plain(${words}), words.plain(o.name || ' ' || o.acronym)) > 0.5
				or ${alsoCalled(words)} is not null
				or exists (select 1 from registry.former_names f where f.organisation_id = o.id and not f.struck
					and words.plain(f.name || ' ' || f.acronym) like '%' || trim(words.plain(${words})) || '%'))
		order by case when ${words} = '' then 0 else -words.word_similarity(words.plain(${words}), words.plain(o.name || ' ' || o.acronym)) end, o.name, o.id
		limit ${limit}`.execute(reading);
	return rows;
}

/** One organisation with its place in words; `undefined` when there is none or the person does not see it. */
export async function findOrganisation(reading: Reading, id: Id) {
	const { rows } = await sql<Organisation & { commune: string; province: string; partner: string; scheme: PlaceScheme }>`
		select o.id, o.scope_id as "scopeId", o.programme_id as "programmeId", o.partner_id as "partnerId", o.name, o.acronym, o.kind,
			o.place_scheme as "placeScheme", o.place_code as "placeCode", o.colline, o.members_women as "membersWomen", o.members_men as "membersMen",
			o.published_on as "publishedOn", o.registered_on as "registeredOn", c.name as commune, v.name as province, a.name as partner
		from registry.organisations o
		join programme.places c on c.scheme = o.place_scheme and c.code = o.place_code
		join programme.places v on v.scheme = c.scheme and v.code = c.province_code
		join programme.partners a on a.id = o.partner_id where o.id = ${id}`.execute(reading);
	return rows[0];
}

/** The past of an organisation, as far as the person sees it; lines struck out are there, and say so. */
export async function loadHistory(reading: Reading, organisationId: Id): Promise<History> {
	const told: [LineKind, readonly unknown[]][] = [];
	for (const what of LINES) {
		const table: Table = TABLE_OF[what] as unknown as Table;
		const { rows } = await sql`select ${sql.raw(listed(table))} from ${sql.table(table.name)} where organisation_id = ${organisationId}`.execute(
			reading,
		);
		told.push([what, rows]);
	}
	// Each list was read from the table of its kind.
	return Object.fromEntries(told) as History;
}

/** How to reach an organisation, as far as the person may see it. */
export async function listContacts(reading: Reading, organisationId: Id) {
	const { rows } = await sql<{ id: Id; fullName: string; duty: string; phone: string; email: string }>`
		select id, full_name as "fullName", duty, phone, email from registry.contacts where organisation_id = ${organisationId} and not gone order by full_name`.execute(
		reading,
	);
	return rows;
}

/** The names of some organisations, as far as the person sees them. */
export async function organisationNames(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
	const { rows } = await sql<{ id: Id; name: string }>`select id, name from registry.organisations where id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
