import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Group, Need } from '../schema.ts';

/** How many days an organisation may wait for its answer while a programme has set nothing else: Zite Manager of the IOM counts the same. */
export const USUAL_ANSWER_DAYS = 30;

/** Since when a need waits: since the day it was said, or since its group was reopened when it was answered before. */
export function waitsSince(need: Pick<Need, 'expressedOn' | 'earlierAnswers'>, group: Pick<Group, 'rounds'> | undefined): CalendarDate {
	const reopenedOn = need.earlierAnswers.length > 0 ? group?.rounds.at(-1)?.reopenedOn : undefined;
	return reopenedOn ?? need.expressedOn;
}

type Waiting = Pick<Need, 'expressedOn' | 'earlierAnswers' | 'answeredOn' | 'takenBackOn'>;

/** Whether a need has waited for more than so many days without an answer. What was taken back waits for nothing. */
export function isOverdue(
	need: Waiting,
	group: Pick<Group, 'rounds'> | undefined,
	{ days, today }: Readonly<{ days: number; today: CalendarDate }>,
): boolean {
	return !need.answeredOn && !need.takenBackOn && addDays(waitsSince(need, group), days) < today;
}
