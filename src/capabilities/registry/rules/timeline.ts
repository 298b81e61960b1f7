import type { CalendarDate } from '#kernel/calendar-date.ts';
import { LINES, type LineKind, type LineOf } from './contradicted.ts';

/** What is known of an organisation's past, by kind of line. */
export type History = { readonly [K in LineKind]: readonly LineOf[K][] };

/** One line of the timeline: its day, what it is, and the record under it. */
export type TimelineLine = { [K in LineKind]: Readonly<{ what: K; day: CalendarDate; struck: boolean; id: string; record: LineOf[K] }> }[LineKind];

const DAY_OF: { readonly [K in LineKind]: (line: LineOf[K]) => CalendarDate } = {
	act: ({ actedOn }) => actedOn,
	name: ({ untilOn }) => untilOn,
	life: ({ sinceOn }) => sinceOn,
	count: ({ countedOn }) => countedOn,
	work: ({ sinceOn }) => sinceOn,
	mandate: ({ fromOn }) => fromOn,
	meeting: ({ heldOn }) => heldOn,
	network: ({ sinceOn }) => sinceOn,
	// What a year brought is known at its end.
	funds: ({ year }) => `${year}-12-31` as CalendarDate,
};

/** Puts the past of an organisation in one line, the latest first; of one day, the last written first. */
export function timelineOf(history: History): readonly TimelineLine[] {
	const lines = LINES.flatMap((what) => linesOf(what, history));
	return [...lines].sort((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1));
}

function linesOf<K extends LineKind>(what: K, history: History): readonly TimelineLine[] {
	const dayOf = DAY_OF[what];
	// Kind, day and record come from the same entry: the union cannot be followed by the compiler through the index.
	return history[what].map((record) => ({ what, day: dayOf(record), struck: record.struck, id: record.id, record })) as unknown as TimelineLine[];
}
