import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Group, Need } from '../schema.ts';

const NEED = sql`n.id, n.scope_id as "scopeId", n.organisation_id as "organisationId", n.programme_id as "programmeId", n.words, n.theme,
	n.urgency, n.touched, n.touched_count as "touchedCount", n.wished, n.taken_back_on as "takenBackOn", n.earlier_answers as "earlierAnswers", n.expressed_on as "expressedOn",
	n.relayed_by as "relayedBy", n.confirmed_on as "confirmedOn", n.group_id as "groupId", n.answered_on as "answeredOn", n.answer_words as "answerWords",
	n.verdict, n.verdict_on as "verdictOn", n.verdict_words as "verdictWords"`;
const GROUP = sql`g.id, g.scope_id as "scopeId", g.programme_id as "programmeId", g.heading, g.theme, g.rank, g.rank_reason as "rankReason", g.ranked_on as "rankedOn",
	g.opened_on as "openedOn", g.aims_mark as "aimsMark", g.feasibility_mark as "feasibilityMark", g.mark_words as "markWords", g.look_again_on as "lookAgainOn", g.rounds, g.decision, g.reason, g.decided_on as "decidedOn",
	g.answered_on as "answeredOn", g.answer_words as "answerWords", g.promised_for as "promisedFor", g.answers`;

/** A group with how many of its needs the reader sees, how many organisations they come from, and how many still wait. */
export type GroupRow = Group &
	Readonly<{ needs: number; organisations: number; waiting: number; firstSaidOn: string | null; firstWaiting: string | null; verdicts: number }>;

/** What a list of needs is asked for: a theme, some words, one organisation, one group, or those without a group. */
export type NeedQuery = Readonly<{
	programmeId: Id;
	theme?: string;
	words?: string;
	organisationId?: Id;
	groupId?: Id;
	loose?: boolean;
	urgency?: string;
	touched?: string;
	wished?: string;
	limit?: number;
}>;

/** Lists the needs a person sees, the newest first; those that were taken back come with them and say so. */
export async function listNeeds(
	reading: Reading,
	{ programmeId, theme = '', words = '', organisationId, groupId, loose = false, limit = 300, ...said }: NeedQuery,
): Promise<readonly Need[]> {
	const { rows } = await sql<Need>`
		select ${NEED} from needs.needs n
		where n.programme_id = ${programmeId} and (${theme} = '' or n.theme = ${theme})
			and (${words} = '' or words.plain(n.words) like '%' || trim(words.plain(${words})) || '%')
			and (${organisationId ?? null}::uuid is null or n.organisation_id = ${organisationId ?? null})
			and (${groupId ?? null}::uuid is null or n.group_id = ${groupId ?? null})
			and (not ${loose} or (n.group_id is null and n.taken_back_on is null)) and (${said.urgency ?? ''} = '' or n.urgency = ${said.urgency ?? ''})
			and (${said.wished ?? ''} = '' or n.wished = ${said.wished ?? ''}) and (${said.touched ?? ''} = '' or jsonb_exists(n.touched, ${said.touched ?? ''}))
		order by n.expressed_on desc, n.id desc limit ${limit}`.execute(reading);
	return rows;
}

/** One need; `undefined` when there is none or the person does not see it. */
export async function findNeed(reading: Reading, id: Id): Promise<Need | undefined> {
	const { rows } = await sql<Need>`select ${NEED} from needs.needs n where n.id = ${id}`.execute(reading);
	return rows[0];
}

/**
 * Lists the groups a person sees, in their rank, those without a rank last. The counts are of the needs she sees. A group that lost all its
 * needs before anything was decided is no longer one.
 */
export async function listGroups(reading: Reading, programmeId: Id): Promise<readonly GroupRow[]> {
	const { rows } = await sql<GroupRow>`
		select ${GROUP}, count(n.id) as needs, count(distinct n.organisation_id) as organisations,
			count(n.id) filter (where n.answered_on is null) as waiting, min(n.expressed_on) as "firstSaidOn",
			min(n.expressed_on) filter (where n.answered_on is null) as "firstWaiting", count(n.verdict) as verdicts
		from needs.groups g left join needs.needs n on n.group_id = g.id where g.programme_id = ${programmeId}
		group by g.id having count(n.id) > 0 or g.decision is not null order by g.rank nulls last, g.heading`.execute(reading);
	return rows;
}

/** One group, with its counts; `undefined` when there is none or the person does not see it. */
export async function findGroup(reading: Reading, id: Id): Promise<GroupRow | undefined> {
	const { rows } = await sql<GroupRow>`
		select ${GROUP}, count(n.id) as needs, count(distinct n.organisation_id) as organisations,
			count(n.id) filter (where n.answered_on is null) as waiting, min(n.expressed_on) as "firstSaidOn",
			min(n.expressed_on) filter (where n.answered_on is null) as "firstWaiting", count(n.verdict) as verdicts
		from needs.groups g left join needs.needs n on n.group_id = g.id where g.id = ${id} group by g.id`.execute(reading);
	return rows[0];
}

/** How many needs each organisation expressed and how many of them wait for an answer, as far as the person sees them. */
export async function needsByOrganisation(reading: Reading, programmeId: Id): Promise<ReadonlyMap<Id, Readonly<{ needs: number; waiting: number }>>> {
	const { rows } = await sql<{ organisationId: Id; needs: number; waiting: number }>`
		select organisation_id as "organisationId", count(*) as needs, count(*) filter (where answered_on is null) as waiting
		from needs.needs where programme_id = ${programmeId} and taken_back_on is null group by organisation_id`.execute(reading);
	return new Map(rows.map(({ organisationId, ...counts }) => [organisationId, counts]));
}

/** The neutral headings of some groups, as far as the person sees them. */
export async function groupHeadings(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
	const { rows } = await sql<{ id: Id; heading: string }>`select id, heading from needs.groups where id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ id, heading }) => [id, heading]));
}
