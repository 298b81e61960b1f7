import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Session } from '../schema.ts';

/** How many sessions one page of the list shows. */
export const SESSIONS_PER_PAGE = 40;

/** What the list of sessions is asked for; `page` begins at 1. */
export type SessionsAsked = Readonly<{ programmeId: Id; state?: string; kind?: string; words?: string; page?: number }>;

/** A session as its line in the list tells it, with the counts of the people its reader may see. */
export type SessionLine = Pick<Session, 'id' | 'scopeId' | 'code' | 'title' | 'venue' | 'firstOn' | 'lastOn' | 'state' | 'kind' | 'discreet'> &
	Readonly<{ commune: string; partner: string; enrolled: number; came: number }>;

const asks = ({ kind = '', words = '' }: SessionsAsked) => sql`(${kind} = '' or t.kind = ${kind})
	and (${words} = '' or words.plain(t.code || ' ' || t.title || ' ' || coalesce(c.name, '')) like '%' || trim(words.plain(${words})) || '%')`;
const FROM = sql`training.sessions t left join programme.places c on c.scheme = t.place_scheme and c.code = t.place_code`;

/** Lists one page of the sessions a person sees, the newest first; `hasNext` says whether another page follows. */
export async function listSessionPage(
	reading: Reading,
	asked: SessionsAsked,
): Promise<Readonly<{ sessions: readonly SessionLine[]; hasNext: boolean }>> {
	const { programmeId, state = '', page = 1 } = asked;
	// The people are counted of the sessions shown, not of all.
	const { rows } = await sql<SessionLine>`
		with shown as materialized (
			select t.*, coalesce(c.name, t.place_code) as commune from ${FROM}
			where t.programme_id = ${programmeId} and (${state} = '' or t.state = ${state}) and ${asks(asked)}
			order by t.first_on desc, t.code limit ${SESSIONS_PER_PAGE + 1} offset ${(page - 1) * SESSIONS_PER_PAGE}
		)
		select t.id, t.scope_id as "scopeId", t.code, t.title, t.venue, t.first_on as "firstOn", t.last_on as "lastOn", t.state, t.kind, t.discreet, t.commune,
			coalesce(a.name, '') as partner,
			(select count(*) from training.enrolments e where e.session_id = t.id and not e.withdrawn) as enrolled,
			(select count(distinct m.person_id) from training.attendance m where m.session_id = t.id and m.mark in ('present', 'late'))
				+ coalesce((select max(n.women + n.men) from training.totals n where n.session_id = t.id), 0) as came
		from shown t left join programme.partners a on a.id = t.scope_id order by t.first_on desc, t.code`.execute(reading);
	return { sessions: rows.slice(0, SESSIONS_PER_PAGE), hasNext: rows.length > SESSIONS_PER_PAGE };
}

/** How many sessions there are of each state, among those the words and the kind ask for. */
export async function countSessions(reading: Reading, asked: SessionsAsked): Promise<Readonly<Record<Session['state'] | 'all', number>>> {
	const { rows } = await sql<{ state: Session['state']; sessions: number }>`
		select t.state, count(*) as sessions from ${FROM} where t.programme_id = ${asked.programmeId} and ${asks(asked)} group by t.state`.execute(reading);
	const of = (state: Session['state']) => rows.find((row) => row.state === state)?.sessions ?? 0;
	return { planned: of('planned'), held: of('held'), cancelled: of('cancelled'), all: rows.reduce((sum, row) => sum + row.sessions, 0) };
}

/** Lists the sessions that have a day between two days, both counted, by day; cancelled ones too. */
export async function listSessionsBetween(
	reading: Reading,
	{ programmeId, from, to }: Readonly<{ programmeId: Id; from: CalendarDate; to: CalendarDate }>,
): Promise<readonly (SessionLine & Pick<Session, 'halfDays'>)[]> {
	const { rows } = await sql<SessionLine & Pick<Session, 'halfDays'>>`
		select t.id, t.scope_id as "scopeId", t.code, t.title, t.venue, t.first_on as "firstOn", t.last_on as "lastOn", t.state, t.kind, t.discreet, t.half_days as "halfDays",
			coalesce(c.name, t.place_code) as commune, coalesce(a.name, '') as partner, 0 as enrolled, 0 as came
		from ${FROM} left join programme.partners a on a.id = t.scope_id
		where t.programme_id = ${programmeId} and t.first_on <= ${to} and t.last_on >= ${from} order by t.first_on, t.code limit 1000`.execute(reading);
	return rows;
}

/** The highest number among codes such as "FM-0012"; nothing yet: 0. */
export async function highestCode(reading: Reading, programmeId: Id): Promise<number> {
	const { rows } = await sql<{ highest: number }>`
		select coalesce(max(substring(code from '^[A-Z]{2}-([0-9]{1,6})$')::int), 0) as highest from training.sessions where programme_id = ${programmeId}`.execute(
		reading,
	);
	return rows[0]?.highest ?? 0;
}
