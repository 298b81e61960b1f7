import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { listed } from '#platform/commands/server-records.ts';
import { declarations } from '../activity-schema.ts';
import type { CodeCheck, Declaration, EthicsCode, Link, Module, ModuleVersion, QuietFace, Totals } from '../activity-schema.ts';

/** A module with its newest version, and how many sessions used any of its versions, as far as the reader sees them. */
export type ModuleRow = Module &
	Readonly<{ versionId: Id; number: number; aim: string; halfDays: number; writtenOn: CalendarDate; sessions: number }>;

/** The catalogue: each module with its newest version, by title; retired ones last. */
export async function listModules(reading: Reading, programmeId: Id): Promise<readonly ModuleRow[]> {
	const { rows } = await sql<ModuleRow>`
		select m.id, m.scope_id as "scopeId", m.programme_id as "programmeId", m.title, m.theme, m.kind, m.retired, n.id as "versionId", n.number, n.aim,
			n.half_days as "halfDays", n.written_on as "writtenOn",
			(select count(*) from training.sessions t join training.module_versions v on v.id = t.module_version_id where v.module_id = m.id) as sessions
		from training.modules m
		join lateral (select * from training.module_versions v where v.module_id = m.id order by v.number desc limit 1) n on true
		where m.programme_id = ${programmeId} order by m.retired, m.title, m.id`.execute(reading);
	return rows;
}

/** A module with all its versions, the newest first; `undefined` when there is none or the person does not see it. */
export async function findModule(
	reading: Reading,
	id: Id,
): Promise<(Module & Readonly<{ versions: readonly (ModuleVersion & Readonly<{ sessions: number }>)[] }>) | undefined> {
	const { rows } = await sql<Module>`
		select id, scope_id as "scopeId", programme_id as "programmeId", title, theme, kind, retired from training.modules where id = ${id}`.execute(reading);
	if (!rows[0]) return undefined;
	const { rows: versions } = await sql<ModuleVersion & { sessions: number }>`
		select v.id, v.scope_id as "scopeId", v.module_id as "moduleId", v.number, v.aim, v.content, v.half_days as "halfDays", v.written_on as "writtenOn", v.changes,
			(select count(*) from training.sessions t where t.module_version_id = v.id) as sessions
		from training.module_versions v where v.module_id = ${id} order by v.number desc`.execute(reading);
	return { ...rows[0], versions };
}

/** The module a session follows, with the version it used; `undefined` when it follows none or the reader does not see it. */
export async function moduleUsed(reading: Reading, versionId: Id | null) {
	if (!versionId) return undefined;
	const { rows } = await sql<{ id: Id; title: string; number: number; newest: number }>`
		select m.id, m.title, v.number, (select max(n.number) from training.module_versions n where n.module_id = m.id) as newest
		from training.module_versions v join training.modules m on m.id = v.module_id where v.id = ${versionId}`.execute(reading);
	return rows[0];
}

/** Where a discreet session is and who leads it, for those of its team; `undefined` for all others. */
export async function findQuietFace(reading: Reading, sessionId: Id): Promise<(QuietFace & Readonly<{ commune: string }>) | undefined> {
	const { rows } = await sql<QuietFace & { commune: string }>`
		select q.id, q.scope_id as "scopeId", q.session_id as "sessionId", q.place_scheme as "placeScheme", q.place_code as "placeCode", q.venue, q.trainers, c.name as commune
		from training.quiet_faces q join programme.places c on c.scheme = q.place_scheme and c.code = q.place_code where q.session_id = ${sessionId}`.execute(
		reading,
	);
	return rows[0];
}

/** The numbers of a discreet session by half-day, for those of its team. */
export async function listTotals(reading: Reading, sessionId: Id): Promise<readonly Totals[]> {
	const { rows } = await sql<Totals>`
		select id, scope_id as "scopeId", session_id as "sessionId", half_day as "halfDay", women, men, young_women as "youngWomen", young_men as "youngMen"
		from training.totals where session_id = ${sessionId} order by half_day`.execute(reading);
	return rows;
}

/** How far what was declared of a session is gone; `undefined` before it was held, and for others than its team. */
export async function findDeclaration(reading: Reading, sessionId: Id): Promise<Declaration | undefined> {
	const { rows } = await sql<Declaration>`select ${sql.raw(listed(declarations))} from training.declarations where session_id = ${sessionId}`.execute(
		reading,
	);
	return rows[0];
}

/** An ethics code with its organisation's name and what was found of it, the newest first. */
export type CodeRow = EthicsCode &
	Readonly<{ organisation: string; session: string | null; checks: readonly Pick<CodeCheck, 'checkedOn' | 'finding' | 'evidence'>[] }>;

/** Lists ethics codes: of a session, of an organisation, or of a programme; as far as the reader sees them. */
export async function listCodes(
	reading: Reading,
	{
		sessionId = null,
		organisationId = null,
		programmeId = null,
	}: Readonly<{ sessionId?: Id | null; organisationId?: Id | null; programmeId?: Id | null }>,
): Promise<readonly CodeRow[]> {
	const { rows } = await sql<CodeRow>`
		select k.id, k.scope_id as "scopeId", k.organisation_id as "organisationId", k.partner_scope_id as "partnerScopeId", k.session_id as "sessionId",
			k.adopted_on as "adoptedOn", k.organ, k.evidence, k.struck, coalesce(o.name, '') as organisation, t.code || ' ' || t.title as session,
			coalesce((select json_agg(json_build_object('checkedOn', h.checked_on, 'finding', h.finding, 'evidence', h.evidence) order by h.checked_on desc)
				from training.code_checks h where h.code_id = k.id), '[]') as checks
		from training.ethics_codes k left join registry.organisations o on o.id = k.organisation_id left join training.sessions t on t.id = k.session_id
		where (${sessionId}::uuid is null or k.session_id = ${sessionId}) and (${organisationId}::uuid is null or k.organisation_id = ${organisationId})
			and (${programmeId}::uuid is null or o.programme_id = ${programmeId})
		order by k.struck, o.name, k.adopted_on desc`.execute(reading);
	return rows;
}

/** A link with the names of its organisations; a name the reader may not see is empty. */
export type LinkRow = Link & Readonly<{ one: string; other: string; session: string }>;

/** Lists links: of a session, of an organisation, or of a programme; as far as the reader sees them. */
export async function listLinks(
	reading: Reading,
	{
		sessionId = null,
		organisationId = null,
		programmeId = null,
	}: Readonly<{ sessionId?: Id | null; organisationId?: Id | null; programmeId?: Id | null }>,
): Promise<readonly LinkRow[]> {
	const { rows } = await sql<LinkRow>`
		select l.id, l.scope_id as "scopeId", l.session_id as "sessionId", l.one_id as "oneId", l.other_id as "otherId", l.other_name as "otherName", l.purpose,
			l.made_on as "madeOn", l.struck, coalesce(a.name, '') as one, coalesce(b.name, l.other_name) as other, coalesce(t.code || ' ' || t.title, '') as session
		from training.links l left join registry.organisations a on a.id = l.one_id left join registry.organisations b on b.id = l.other_id
		left join training.sessions t on t.id = l.session_id
		where (${sessionId}::uuid is null or l.session_id = ${sessionId})
			and (${organisationId}::uuid is null or l.one_id = ${organisationId} or l.other_id = ${organisationId})
			and (${programmeId}::uuid is null or t.programme_id = ${programmeId})
		order by l.struck, l.made_on desc, l.id`.execute(reading);
	return rows;
}
