import { countsOf } from './gain.ts';

/** A dot of a drawing: one paper, across and up from the axis. */
export type PaperDot = Readonly<{ x: number; up: number }>;

/** Two distributions on one axis, a dot for each paper, and how many numbers of points one column gathers. */
export type DotChart = Readonly<{ before: readonly PaperDot[]; after: readonly PaperDot[]; radius: number; step: number }>;

type Points = Readonly<{ before: readonly number[]; after: readonly number[] }>;
type Room = Readonly<{ width: number; height: number }>;

// More columns than that leave no room for a dot on a phone.
const MOST_COLUMNS = 26;
const LARGEST_DOT = 5;

/** Where a number of points stands on the axis from 0 to the most. */
export function alongAxis(points: number, outOf: number, width: number): number {
	return Math.round((width * points * 10) / outOf) / 10;
}

/**
 * Places a dot for each paper above the axis, in columns; where many papers have the same points, dots come closer so that
 * they keep to their room. A test of many points gathers neighbours in one column.
 */
export function dotChart(points: Points, outOf: number, { width, height }: Room): DotChart {
	const step = Math.ceil((outOf + 1) / MOST_COLUMNS);
	const columns = { before: columnsOf(points.before, outOf, step), after: columnsOf(points.after, outOf, step) };
	const radius = Math.min(LARGEST_DOT, Math.round((width * step * 5) / outOf - 5) / 10);
	const most = Math.max(2, ...columns.before, ...columns.after);
	const apart = Math.min(radius * 2 + 1, (height - radius * 2) / (most - 1));
	const dotsOf = (counts: readonly number[]) =>
		counts.flatMap((count, column) => {
			const middle = (column * step + Math.min(outOf, (column + 1) * step - 1)) / 2;
			return Array.from({ length: count }, (_, at) => ({ x: alongAxis(middle, outOf, width), up: Math.round((radius + at * apart) * 10) / 10 }));
		});
	return { before: dotsOf(columns.before), after: dotsOf(columns.after), radius, step };
}

function columnsOf(points: readonly number[], outOf: number, step: number): readonly number[] {
	const counts = countsOf(points, outOf);
	return Array.from({ length: Math.ceil(counts.length / step) }, (_, column) =>
		counts.slice(column * step, (column + 1) * step).reduce((sum, each) => sum + each, 0),
	);
}
