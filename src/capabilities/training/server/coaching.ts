import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Reading } from '#platform/reading/reading.ts';
import {
	checklists,
	commitments,
	visitCorrections,
	type Checklist,
	type Commitment,
	type Scores,
	type Visit,
	type VisitCorrection,
} from '../coaching-schema.ts';
import { standingScores } from '../rules/coaching/visit-score.ts';
import type { ScoredVisit } from '../rules/coaching/visit-series.ts';

/** The checklists a person may use or read, each family's latest version first. */
export async function listChecklists(reading: Reading, programmeId: Id): Promise<readonly Checklist[]> {
	const { rows } = await sql<Checklist>`select ${sql.raw(listed(checklists))} from training.checklists
		where programme_id = ${programmeId} order by name, family_id, version desc`.execute(reading);
	return rows;
}

/** One version of a checklist, with whether it is the latest and whether it was used; `undefined` when the person does not see it. */
export async function findChecklist(reading: Reading, id: Id) {
	const { rows } = await sql<Checklist & Readonly<{ latest: number; visits: number }>>`
		select ${sql.raw(listed(checklists))}, (select max(o.version) from training.checklists o where o.family_id = c.family_id) as latest,
			(select count(*) from training.visits v where v.checklist_id = c.id and v.state = 'held') as visits
		from training.checklists c where id = ${id}`.execute(reading);
	return rows[0];
}

const VISIT = sql`v.id, v.scope_id as "scopeId", v.programme_id as "programmeId", v.organisation_id as "organisationId", v.checklist_id as "checklistId",
	v.planned_for as "plannedFor", v.coach_name as "coachName", v.group_id as "groupId", v.session_id as "sessionId", v.state, v.held_on as "heldOn", v.scores,
	v.agreed_on as "agreedOn", v.agreed_how as "agreedHow", v.agreed_name as "agreedName", v.agreed_duty as "agreedDuty", v.agreed_by as "agreedBy",
	coalesce((select c.percent from training.visit_corrections c where c.visit_id = v.id order by c.number desc limit 1), v.percent) as percent,
	coalesce(o.name, '') as organisation, coalesce(l.name, '') as commune,
	(select k.name from training.checklists k where k.id = v.checklist_id) as checklist, (select k.version from training.checklists k where k.id = v.checklist_id) as version`;
const FROM = sql`training.visits v left join registry.organisations o on o.id = v.organisation_id
	left join programme.places l on l.scheme = o.place_scheme and l.code = o.place_code`;

/** A visit in words: where, with what checklist, its percent as it stands. */
export type VisitRow = Visit & Readonly<{ organisation: string; commune: string; checklist: string | null; version: number | null }>;

/** The visits a person sees, of a programme or of one organisation: those to come by their day, then those held, the newest first. */
export async function listVisits(
	reading: Reading,
	{ programmeId, organisationId }: Readonly<{ programmeId?: Id; organisationId?: Id }>,
): Promise<readonly VisitRow[]> {
	const { rows } = await sql<VisitRow>`select ${VISIT} from ${FROM}
		where (${programmeId ?? null}::uuid is null or v.programme_id = ${programmeId ?? null})
			and (${organisationId ?? null}::uuid is null or v.organisation_id = ${organisationId ?? null})
		order by v.state <> 'planned', case when v.state = 'planned' then v.planned_for end, coalesce(v.held_on, v.planned_for) desc, v.id limit 1000`.execute(
		reading,
	);
	return rows;
}

/** One visit; `undefined` when there is none or the person does not see it. */
export async function findVisit(reading: Reading, id: Id): Promise<VisitRow | undefined> {
	const { rows } = await sql<VisitRow>`select ${VISIT} from ${FROM} where v.id = ${id}`.execute(reading);
	return rows[0];
}

/** The corrections of an organisation's visits, in the order they were made. */
export async function listCorrections(reading: Reading, organisationId: Id): Promise<readonly VisitCorrection[]> {
	const { rows } = await sql<VisitCorrection>`select ${sql.raw(listed(visitCorrections))} from training.visit_corrections
		where organisation_id = ${organisationId} order by visit_id, number`.execute(reading);
	return rows;
}

/** The visits to an organisation that were held, with the scores that stand, from the first to the last. */
export async function listScoredVisits(reading: Reading, organisationId: Id): Promise<readonly ScoredVisit[]> {
	const corrections = Map.groupBy(await listCorrections(reading, organisationId), ({ visitId }) => visitId);
	const { rows } = await sql<Omit<ScoredVisit, 'scores'> & { id: Id; scores: Scores }>`
		select v.id, v.held_on as "heldOn", v.scores, k.family_id as "familyId", k.version, k.sections
		from training.visits v join training.checklists k on k.id = v.checklist_id
		where v.organisation_id = ${organisationId} and v.state = 'held' order by v.held_on, v.id`.execute(reading);
	return rows.map((visit) => ({ ...visit, scores: standingScores(visit.scores, corrections.get(visit.id) ?? []) }));
}

/** A commitment with the day of the visit it was made at. */
export type CommitmentRow = Commitment & Readonly<{ visitedOn: CalendarDate }>;

/** What an organisation promised to do, at all its visits: what is open first, by its day. */
export async function listCommitments(reading: Reading, organisationId: Id): Promise<readonly CommitmentRow[]> {
	const { rows } = await sql<CommitmentRow>`
		select ${sql.raw(listed(commitments))}, (select coalesce(v.held_on, v.planned_for) from training.visits v where v.id = c.visit_id) as "visitedOn"
		from training.commitments c where organisation_id = ${organisationId} order by state <> 'open', due_on, id`.execute(reading);
	return rows;
}

/** What is known of an organisation's coaching: its last two scores, when it was last visited, what is overdue, what is planned. */
export type CoachingStanding = Readonly<{
	organisationId: Id;
	percent: number | null;
	percentBefore: number | null;
	lastOn: CalendarDate | null;
	overdue: number;
	open: number;
	plannedFor: CalendarDate | null;
	plannedId: Id | null;
	checklistId: Id | null;
}>;

/** The coaching of each organisation that the person sees and that was visited, will be, or promised something. */
export async function coachingStandings(reading: Reading, programmeId: Id, today: CalendarDate): Promise<ReadonlyMap<Id, CoachingStanding>> {
	const { rows } = await sql<CoachingStanding>`
		with held as (
			select v.organisation_id, v.held_on, v.checklist_id, row_number() over (partition by v.organisation_id order by v.held_on desc, v.id desc) as nth,
				coalesce((select c.percent from training.visit_corrections c where c.visit_id = v.id order by c.number desc limit 1), v.percent) as percent
			from training.visits v where v.programme_id = ${programmeId} and v.state = 'held'
		), promised as (
			select c.organisation_id, count(*) as open, count(*) filter (where c.due_on < ${today}) as overdue
			from training.commitments c join training.visits v on v.id = c.visit_id and v.state <> 'cancelled' where c.state = 'open' group by c.organisation_id
		), planned as (
			select v.organisation_id, v.planned_for, v.id from training.visits v where v.programme_id = ${programmeId} and v.state = 'planned'
		)
		select organisation_id as "organisationId", l.percent, b.percent as "percentBefore", l.held_on as "lastOn", l.checklist_id as "checklistId",
			coalesce(p.overdue, 0) as overdue, coalesce(p.open, 0) as open, n.planned_for as "plannedFor", n.id as "plannedId"
		from (select organisation_id from held union select organisation_id from planned) known
			left join (select * from held where nth = 1) l using (organisation_id) left join (select * from held where nth = 2) b using (organisation_id)
			left join promised p using (organisation_id) left join planned n using (organisation_id)`.execute(reading);
	return new Map(rows.map((row) => [row.organisationId, row]));
}
