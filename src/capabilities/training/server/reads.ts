import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Mark, Practice, Session } from '../schema.ts';

const SESSION = sql`t.id, t.scope_id as "scopeId", t.programme_id as "programmeId", t.group_id as "groupId", t.code, t.title, t.theme, t.place_scheme as "placeScheme",
	t.place_code as "placeCode", t.venue, t.half_days as "halfDays", t.first_on as "firstOn", t.last_on as "lastOn", t.state, t.held_on as "heldOn", t.check_on as "checkOn",
	t.kind, t.discreet, t.module_version_id as "moduleVersionId", t.trainers,
	coalesce(c.name, t.place_code) as commune, coalesce(a.name, '') as partner`;
const FROM = sql`training.sessions t left join programme.places c on c.scheme = t.place_scheme and c.code = t.place_code left join programme.partners a on a.id = t.scope_id`;

/** A session with its place and its partner in words, and the counts the reader may see. */
export type SessionRow = Session &
	Readonly<{ commune: string; partner: string; enrolled: number; came: number; practices: number; organisations: number }>;

const COUNTS = sql`(select count(*) from training.enrolments e where e.session_id = t.id and not e.withdrawn) as enrolled,
	(select count(distinct m.person_id) from training.attendance m where m.session_id = t.id and m.mark in ('present', 'late'))
		+ coalesce((select max(n.women + n.men) from training.totals n where n.session_id = t.id), 0) as came,
	(select count(*) from training.practices p where p.session_id = t.id and p.moment = 6) as practices,
	(select count(distinct e.organisation_id) from training.enrolments e where e.session_id = t.id and not e.withdrawn) as organisations`;

/** What a list of sessions is asked for. */
export type SessionQuery = Readonly<{ programmeId: Id; state?: string; words?: string; groupId?: Id; limit?: number }>;

/** Lists the sessions a person sees, the newest first; her counts are of the people she sees. */
export async function listSessions(
	reading: Reading,
	{ programmeId, state = '', words = '', groupId, limit = 300 }: SessionQuery,
): Promise<readonly SessionRow[]> {
	const { rows } = await sql<SessionRow>`
		select ${SESSION}, ${COUNTS} from ${FROM}
		where t.programme_id = ${programmeId} and (${state} = '' or t.state = ${state}) and (${groupId ?? null}::uuid is null or t.group_id = ${groupId ?? null})
			and (${words} = '' or words.plain(t.code || ' ' || t.title || ' ' || coalesce(c.name, '')) like '%' || trim(words.plain(${words})) || '%')
		order by t.first_on desc, t.code limit ${limit}`.execute(reading);
	return rows;
}

/** One session; `undefined` when there is none or the person does not see it. */
export async function findSession(reading: Reading, id: Id): Promise<SessionRow | undefined> {
	const { rows } = await sql<SessionRow>`select ${SESSION}, ${COUNTS} from ${FROM} where t.id = ${id}`.execute(reading);
	return rows[0];
}

/** One person on a session's list, with her marks by half-day. */
export type OnTheList = Readonly<{
	enrolmentId: Id;
	personId: Id;
	fullName: string;
	sex: 'F' | 'M';
	birthYear: number | null;
	organisationId: Id;
	organisation: string;
	onTheSpot: boolean;
	marks: Readonly<Record<string, Mark>>;
}>;

/** The people on a session's list, by name, as far as the reader sees them. */
export async function listEnrolled(reading: Reading, sessionId: Id): Promise<readonly OnTheList[]> {
	const { rows } = await sql<OnTheList>`
		select e.id as "enrolmentId", e.person_id as "personId", q.full_name as "fullName", q.sex, q.birth_year as "birthYear", e.organisation_id as "organisationId",
			coalesce(o.name, '') as organisation, e.on_the_spot as "onTheSpot",
			coalesce((select json_object_agg(m.half_day, m.mark) from training.attendance m where m.session_id = e.session_id and m.person_id = e.person_id and m.mark <> 'none'), '{}') as marks
		from training.enrolments e join people.persons q on q.id = e.person_id left join registry.organisations o on o.id = e.organisation_id
		where e.session_id = ${sessionId} and not e.withdrawn order by q.full_name, e.id`.execute(reading);
	return rows;
}

// Youth, as the programme counts it: 18 to 35 (docs/glossary.md).
const OLDEST_YOUNG = 35;

/** The seats an organisation was offered in a session, how many it took, and what its practice became. */
export type SeatRow = Readonly<{
	organisationId: Id;
	organisation: string;
	seats: number | null;
	womenAim: number | null;
	youthAim: number | null;
	taken: number;
	/** Of those with a seat, as far as the reader sees them. */
	women: number;
	young: number;
	practice: Pick<Practice, 'checkedOn' | 'finding' | 'evidence'> | null;
}>;

/**
 * The organisations of a session, by name: those with seats, and those that sent somebody all the same. The name of one that
 * another partner accompanies is empty for a reader who does not see it.
 */
export async function listSeats(reading: Reading, sessionId: Id): Promise<readonly SeatRow[]> {
	const { rows } = await sql<SeatRow>`
		with enrolled as (
			select e.organisation_id, count(*) as taken, count(*) filter (where q.sex = 'F') as women,
				count(*) filter (where extract(year from t.first_on) - q.birth_year <= ${OLDEST_YOUNG}) as young
			from training.enrolments e join training.sessions t on t.id = e.session_id left join people.persons q on q.id = e.person_id
			where e.session_id = ${sessionId} and not e.withdrawn group by e.organisation_id
		), offered as (
			select organisation_id, seats, women_aim, youth_aim from training.seats where session_id = ${sessionId}
		), sender as (
			select organisation_id, seats, women_aim, youth_aim, coalesce(taken, 0) as taken, coalesce(women, 0) as women, coalesce(young, 0) as young
			from offered full join enrolled using (organisation_id)
		)
		select sender.organisation_id as "organisationId", coalesce(o.name, '') as organisation, sender.seats, sender.women_aim as "womenAim", sender.youth_aim as "youthAim",
			sender.taken, sender.women, sender.young,
			(select json_build_object('checkedOn', p.checked_on, 'finding', p.finding, 'evidence', p.evidence) from training.practices p where p.session_id = ${sessionId} and p.organisation_id = sender.organisation_id and p.moment = 6) as practice
		from sender left join registry.organisations o on o.id = sender.organisation_id order by o.name nulls last, sender.organisation_id`.execute(reading);
	return rows;
}

/** What each session did for one organisation: how many of its people came, and what its practice became. */
export async function sessionsOfOrganisation(reading: Reading, organisationId: Id) {
	const { rows } = await sql<{
		id: Id;
		code: string;
		title: string;
		firstOn: CalendarDate;
		state: Session['state'];
		came: number;
		seats: number | null;
		taken: number;
		checkOn: CalendarDate;
		finding: Practice['finding'] | null;
		groupId: Id;
	}>`
		select t.id, t.code, t.title, t.first_on as "firstOn", t.state, t.check_on as "checkOn", t.group_id as "groupId",
			(select count(distinct m.person_id) from training.attendance m where m.session_id = t.id and m.organisation_id = ${organisationId} and m.mark in ('present', 'late')) as came,
			(select s.seats from training.seats s where s.session_id = t.id and s.organisation_id = ${organisationId}) as seats,
			(select count(*) from training.enrolments e where e.session_id = t.id and e.organisation_id = ${organisationId} and not e.withdrawn) as taken,
			(select p.finding from training.practices p where p.session_id = t.id and p.organisation_id = ${organisationId} and p.moment = 6) as finding
		from training.sessions t
		where exists (select 1 from training.seats s where s.session_id = t.id and s.organisation_id = ${organisationId})
			or exists (select 1 from training.enrolments e where e.session_id = t.id and e.organisation_id = ${organisationId} and not e.withdrawn)
		order by t.first_on desc`.execute(reading);
	return rows;
}

/** The names of some sessions, as far as the person sees them. */
export async function sessionNames(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
	const { rows } = await sql<{
		id: Id;
		name: string;
	}>`select id, code || ' ' || title as name from training.sessions where id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A practice to check: of one organisation that sent somebody to a session. */
export type PracticeDue = Readonly<{ sessionId: Id; code: string; title: string; checkOn: CalendarDate; organisationId: Id; organisation: string }>;

/**
 * Practices to check: organisations that sent somebody to a session held more than six months ago and were not checked yet, those that
 * wait longest first; so many at most, and whether there are more.
 */
export async function practicesDue(
	reading: Reading,
	{ programmeId, today, most }: Readonly<{ programmeId: Id; today: CalendarDate; most: number }>,
): Promise<Readonly<{ due: readonly PracticeDue[]; hasMore: boolean }>> {
	// Session by session, in the order of their days: a large programme holds thousands that wait, and a page shows a few.
	const { rows } = await sql<PracticeDue>`
		with waiting as materialized (
			select t.id, t.code, t.title, t.check_on, w.organisation_id from (
				select id, code, title, check_on from training.sessions where programme_id = ${programmeId} and state = 'held' and check_on <= ${today} order by check_on, id
			) t cross join lateral (
				select distinct e.organisation_id from training.enrolments e where e.session_id = t.id and not e.withdrawn
					and not exists (select 1 from training.practices p where p.session_id = t.id and p.organisation_id = e.organisation_id and p.moment = 6)
			) w limit ${most + 1}
		)
		select w.id as "sessionId", w.code, w.title, w.check_on as "checkOn", o.id as "organisationId", o.name as organisation
		from waiting w join registry.organisations o on o.id = w.organisation_id order by w.check_on, o.name`.execute(reading);
	return { due: rows.slice(0, most), hasMore: rows.length > most };
}

/** The groups of needs whose practice was checked at least once. */
export async function groupsPractised(reading: Reading, programmeId: Id): Promise<ReadonlyMap<Id, Readonly<{ applied: number; checked: number }>>> {
	const { rows } = await sql<{ groupId: Id; applied: number; checked: number }>`
		select t.group_id as "groupId", count(*) filter (where p.finding = 'applied') as applied, count(*) as checked
		from training.practices p join training.sessions t on t.id = p.session_id where t.programme_id = ${programmeId} and p.moment = 6 group by t.group_id`.execute(
		reading,
	);
	return new Map(rows.map(({ groupId, ...counts }) => [groupId, counts]));
}
