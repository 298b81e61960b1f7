import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { FormerName, Headcount, LegalAct, LifeState } from '../schema.ts';

/** What is known of an organisation's past, by kind. */
export type History = Readonly<{
	acts: readonly LegalAct[];
	names: readonly FormerName[];
	states: readonly LifeState[];
	counts: readonly Headcount[];
}>;

/** One line of the timeline: its day, what it is, and the record under it. */
export type TimelineLine = Readonly<{ day: CalendarDate; struck: boolean; id: string }> &
	(
		| Readonly<{ what: 'act'; record: LegalAct }>
		| Readonly<{ what: 'name'; record: FormerName }>
		| Readonly<{ what: 'life'; record: LifeState }>
		| Readonly<{ what: 'count'; record: Headcount }>
	);

/** Puts the past of an organisation in one line, the latest first; of one day, the last written first. */
export function timelineOf({ acts, names, states, counts }: History): readonly TimelineLine[] {
	const lines: readonly TimelineLine[] = [
		...acts.map((record) => ({ what: 'act' as const, day: record.actedOn, ...faceOf(record), record })),
		...names.map((record) => ({ what: 'name' as const, day: record.untilOn, ...faceOf(record), record })),
		...states.map((record) => ({ what: 'life' as const, day: record.sinceOn, ...faceOf(record), record })),
		...counts.map((record) => ({ what: 'count' as const, day: record.countedOn, ...faceOf(record), record })),
	];
	return [...lines].sort((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1));
}

function faceOf({ id, struck }: { id: string; struck: boolean }) {
	return { id, struck };
}
