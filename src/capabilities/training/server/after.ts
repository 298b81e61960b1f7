import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Moment, Passing } from '../after-schema.ts';
import type { Practice } from '../schema.ts';

/** A person who came to a session, with whether she was still in her organisation at each moment it was asked. */
export type Trained = Readonly<{
	personId: Id;
	fullName: string;
	sex: 'F' | 'M';
	organisationId: Id;
	organisation: string;
	stays: readonly Readonly<{ moment: Moment; stillThere: boolean; seenOn: CalendarDate }>[];
}>;

/** Those who came to a session, as far as the reader sees them, by organisation and name. */
export async function listTrained(reading: Reading, sessionId: Id): Promise<readonly Trained[]> {
	const { rows } = await sql<Trained>`
		select e.person_id as "personId", q.full_name as "fullName", q.sex, e.organisation_id as "organisationId", coalesce(o.name, '') as organisation,
			coalesce((select json_agg(json_build_object('moment', s.moment, 'stillThere', s.still_there, 'seenOn', s.seen_on) order by s.moment)
				from training.stays s where s.session_id = e.session_id and s.person_id = e.person_id), '[]') as stays
		from training.enrolments e join people.persons q on q.id = e.person_id left join registry.organisations o on o.id = e.organisation_id
		where e.session_id = ${sessionId} and not e.withdrawn
			and exists (select 1 from training.attendance m where m.session_id = e.session_id and m.person_id = e.person_id and m.mark in ('present', 'late'))
		order by o.name nulls last, e.organisation_id, q.full_name, e.id`.execute(reading);
	return rows;
}

/** What became of a training in the organisations of a session, at three and at six months. */
export async function listFindings(reading: Reading, sessionId: Id): Promise<readonly Practice[]> {
	const { rows } = await sql<Practice>`
		select id, scope_id as "scopeId", session_id as "sessionId", organisation_id as "organisationId", partner_scope_id as "partnerScopeId", moment,
			checked_on as "checkedOn", finding, evidence from training.practices where session_id = ${sessionId} order by moment`.execute(reading);
	return rows;
}

/** A training passed on, with the names of who gave and who received it. */
export type PassingRow = Passing & Readonly<{ giver: string; names: readonly string[] }>;

/** What was told of a session being passed on, as far as the reader sees it, the first first. */
export async function listPassings(reading: Reading, sessionId: Id): Promise<readonly PassingRow[]> {
	const { rows } = await sql<PassingRow>`
		select g.id, g.scope_id as "scopeId", g.session_id as "sessionId", g.organisation_id as "organisationId", g.partner_scope_id as "partnerScopeId",
			g.giver_id as "giverId", g.passed_on as "passedOn", g.person_ids as "personIds", g.others, g.struck, coalesce(q.full_name, '') as giver,
			coalesce((select json_agg(r.full_name order by r.full_name) from people.persons r where g.person_ids ? r.id::text), '[]') as names
		from training.passings g left join people.persons q on q.id = g.giver_id where g.session_id = ${sessionId} order by g.passed_on, g.id`.execute(
		reading,
	);
	return rows;
}
