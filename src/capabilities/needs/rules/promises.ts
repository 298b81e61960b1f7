import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Group } from '../schema.ts';
import { answersNow, isPromiseLate } from './need-state.ts';

/** Something that was promised for a day: an answer, a thing that is planned, or a second look at what was deferred. */
export type Promised = Readonly<{
	id: string;
	groupId: string;
	on: CalendarDate;
	what: 'answer' | 'look-again' | 'thing';
	/** The kind of the answer, when it is a thing. */
	kind: string;
	label: string;
	state: 'kept' | 'due' | 'late' | 'cancelled';
}>;

type Promising = Pick<Group, 'id' | 'heading' | 'promisedFor' | 'lookAgainOn' | 'decision' | 'answers' | 'rounds'> &
	Readonly<{ waiting: number; firstWaiting?: string | null }>;

/** All that a group promises, each with its day and whether it was kept, is due or has passed. */
export function promisesOf(group: Promising, today: CalendarDate): readonly Promised[] {
	const of = { groupId: group.id, kind: '', label: group.heading };
	const state = (on: CalendarDate, isKept: boolean): Promised['state'] => (isKept ? 'kept' : on < today ? 'late' : 'due');
	return [
		...(group.promisedFor
			? [
					{
						...of,
						id: `${group.id}-answer`,
						on: group.promisedFor,
						what: 'answer' as const,
						state: state(group.promisedFor, group.waiting === 0 || (group.promisedFor < today && !isPromiseLate(group, today))),
					},
				]
			: []),
		...(group.decision === 'deferred' && group.lookAgainOn
			? [{ ...of, id: `${group.id}-look`, on: group.lookAgainOn, what: 'look-again' as const, state: state(group.lookAgainOn, false) }]
			: []),
		...answersNow(group).map(({ id, kind, label, on, state: stands }) => ({
			...{ id, groupId: group.id, on, what: 'thing' as const, kind, label },
			state: stands === 'cancelled' ? stands : state(on, stands === 'held'),
		})),
	];
}

/** What was promised for one month ("2026-11"), in the order of the days. */
export function promisedInMonth(promises: readonly Promised[], month: string): readonly Promised[] {
	return promises.filter(({ on }) => on.startsWith(`${month}-`)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}
