import type { AnswerLink, Group, Need } from '../schema.ts';

/** The states of a need, in the order of its life. */
export const NEED_STATES = [
	'to-confirm',
	'heard',
	'grouped',
	'accepted',
	'declined',
	'deferred',
	'answered',
	'planned',
	'delivered',
	'settled',
	'contested',
	'reopened',
	'taken-back',
] as const;
export type NeedState = (typeof NEED_STATES)[number];

type NeedFace = Pick<Need, 'expressedOn' | 'relayedBy' | 'confirmedOn' | 'answeredOn' | 'verdict' | 'earlierAnswers' | 'takenBackOn'>;
type GroupFace = Pick<Group, 'decision' | 'answers' | 'rounds'>;

/**
 * The state of a need: derived from its group and from what its author said of the answer, never stored.
 * A declined need stays declined, also when its author was told; an author's "no" or "partly" contests what was delivered.
 * Once the group was reopened the need waits again: what was held before is no answer to what failed.
 */
export function needState(need: NeedFace, group: GroupFace | undefined): NeedState {
	if (need.takenBackOn) return 'taken-back';
	if (need.verdict === 'yes') return 'settled';
	if (need.verdict) return 'contested';
	if (need.relayedBy && !need.confirmedOn && !need.answeredOn && need.earlierAnswers.length === 0) return 'to-confirm';
	if (!group) return 'heard';
	if (group.decision === 'declined' || group.decision === 'deferred') return group.decision;
	if (need.earlierAnswers.length > 0 && !group.decision) return 'reopened';
	// What was held before she asked was not held for her.
	const answers = answersNow(group).filter((answer) => !isHeld(answer) || answer.on >= need.expressedOn);
	if (answers.some(isHeld)) return 'delivered';
	if (answers.some(({ state }) => state === 'planned')) return 'planned';
	if (need.answeredOn) return 'answered';
	return group.decision ?? 'grouped';
}

/** The answers of a group that count since it was last reopened: what was held before that day belongs to its history. */
export function answersNow({ answers, rounds }: Pick<Group, 'answers' | 'rounds'>): readonly AnswerLink[] {
	const reopenedOn = rounds.at(-1)?.reopenedOn;
	return reopenedOn ? answers.filter((answer) => !(isHeld(answer) && answer.on < reopenedOn)) : answers;
}

function isHeld({ state }: AnswerLink): boolean {
	return state === 'held';
}

/** The four knots of the thread (need, answer, practice, figure) for a need or its group. */
export type Knots = readonly [Knot, Knot, Knot, Knot];
export type Knot = 'done' | 'wait' | 'late' | 'none';

/** A group with the number of its needs that still wait for their answer, and the day the first of these was said. */
export type Followed = Pick<Group, 'decision' | 'answers' | 'rounds' | 'promisedFor'> & Readonly<{ waiting: number; firstWaiting?: string | null }>;

/** Whether the day that was promised has passed for somebody who still waits. Who asked after that day was promised nothing. */
export function isPromiseLate(
	{ promisedFor, waiting, firstWaiting }: Pick<Followed, 'promisedFor' | 'waiting' | 'firstWaiting'>,
	today: string,
): boolean {
	return waiting > 0 && promisedFor !== null && promisedFor < today && (!firstWaiting || firstWaiting <= promisedFor);
}

/**
 * Where a group stands on the thread.
 * Takes the group, how many of its needs still wait for their answer, whether its practice was checked, and today.
 * A promise that has passed is late; a declined group stops after two knots.
 */
export function knotsOf(group: Followed, practised: boolean, today: string): Knots {
	const { waiting } = group;
	const held = answersNow(group).some(isHeld);
	const late = isPromiseLate(group, today);
	const answer: Knot = late ? 'late' : group.decision && waiting === 0 ? 'done' : 'wait';
	if (group.decision === 'declined') return ['done', answer, 'none', 'none'];
	return ['done', answer, practised ? 'done' : held ? 'wait' : 'none', held ? 'done' : 'none'];
}
