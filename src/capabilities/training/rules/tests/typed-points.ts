import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { shownBack } from '#kernel/shown-back.ts';
import { readTypedCount } from '#kernel/typed-amount.ts';
import type { Moment } from '../../test-schema.ts';

/** A cell of the table of points: whose, at which moment, what it held when the page was opened, and what is typed in it. */
export type Cell = Readonly<{ enrolmentId: string; moment: Moment; was: string; typed: string }>;

/** What a cell became, and what it was: enough to write it, and to take it back. */
export type ChangedCell = Readonly<{ enrolmentId: string; moment: Moment; was: number | null; points: number | null }>;

/** The name of a cell in the form. */
export function cellName({ enrolmentId, moment }: Pick<Cell, 'enrolmentId' | 'moment'>): string {
	return `${moment} ${enrolmentId}`;
}

/**
 * The cells that were changed, among those of a table. What another person wrote since the page was opened is left alone where nothing
 * was typed over it. Refuses what is no whole number and more points than the test has, naming the cell as `field`.
 */
export function changedCells(cells: readonly Cell[], outOf: number): readonly ChangedCell[] | Refusal {
	const changed: ChangedCell[] = [];
	for (const cell of cells) {
		const [was, points] = [read(cell.was, outOf), read(cell.typed, outOf)];
		if (isRefusal(points)) return { ...points, params: { ...points.params, field: cellName(cell) } };
		const before = isRefusal(was) ? null : was;
		if (before !== points) changed.push({ enrolmentId: cell.enrolmentId, moment: cell.moment, was: before, points });
	}
	return changed;
}

/** Points as they are typed from papers without names, "12 8 15": parted by spaces, commas or lines. Refuses as `changedCells` does. */
export function readPaperPoints(text: string, outOf: number): readonly number[] | Refusal {
	const given: number[] = [];
	for (const piece of text.split(/[\s,;]+/).filter(Boolean)) {
		const points = read(piece, outOf);
		if (points === null || isRefusal(points)) return points ?? refuse('platform.amount-not-whole', { typed: shownBack(piece) });
		given.push(points);
	}
	return given;
}

function read(typed: string, outOf: number): number | null | Refusal {
	if (typed.trim() === '') return null;
	const points = readTypedCount(typed);
	return typeof points === 'number' && points > outOf ? refuse('training.points-above', { outOf }) : points;
}
