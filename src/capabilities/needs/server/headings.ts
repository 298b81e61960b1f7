import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { USUAL_WEIGHTS } from '../rules/group-score.ts';
import { USUAL_ANSWER_DAYS } from '../rules/overdue.ts';
import type { Heading, Weighting, Weights } from '../schema.ts';

const HEADING = sql`h.id, h.scope_id as "scopeId", h.programme_id as "programmeId", h.group_id as "groupId", h.heading, h.theme, h.is_open as "isOpen",
	h.opened_on as "openedOn", h.organisations`;

/** The headings that are open to every organisation of a programme, the newest first. */
export async function listOpenHeadings(reading: Reading, programmeId: Id): Promise<readonly Heading[]> {
	const { rows } = await sql<Heading>`select ${HEADING} from needs.headings h where h.programme_id = ${programmeId} and h.is_open
		order by h.opened_on desc, h.heading`.execute(reading);
	return rows;
}

/** The open heading of one group; `undefined` when it is not open or the person does not work in its programme. */
export async function findOpenHeading(reading: Reading, groupId: Id): Promise<Heading | undefined> {
	const { rows } = await sql<Heading>`select ${HEADING} from needs.headings h where h.group_id = ${groupId} and h.is_open`.execute(reading);
	return rows[0];
}

/** The settings of a programme's ranking, the newest first; none while it follows the usual weights. */
export async function listWeightings(reading: Reading, programmeId: Id): Promise<readonly Weighting[]> {
	const { rows } = await sql<Weighting>`
		select id, scope_id as "scopeId", programme_id as "programmeId", number, weights, answer_within_days as "answerWithinDays", reason, set_on as "setOn", set_by as "setBy"
		from needs.weightings where programme_id = ${programmeId} order by number desc`.execute(reading);
	return rows;
}

/** What holds in a programme now: its newest setting, or what is usual. */
export async function weightingNow(reading: Reading, programmeId: Id): Promise<Readonly<{ weights: Weights; days: number }>> {
	const [newest] = await listWeightings(reading, programmeId);
	return { weights: newest?.weights ?? USUAL_WEIGHTS, days: newest?.answerWithinDays ?? USUAL_ANSWER_DAYS };
}
