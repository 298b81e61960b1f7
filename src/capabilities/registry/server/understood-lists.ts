import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { readList } from '#platform/lists/read-list.ts';
import type { ReadList } from '#platform/lists/list.ts';
import { gazetteerOf, type GazetteerPlace } from '../rules/import/gazetteer.ts';
import { guessColumns, type GuessedColumn } from '../rules/import/guess-columns.ts';
import type { Column } from '../rules/import/import-fields.ts';
import { understandLine, type UnderstoodLine } from '../rules/import/understand-line.ts';
import type { OrganisationKind } from '../schema.ts';

export { secondColumn } from '../rules/import/guess-columns.ts';
export type { Column } from '../rules/import/import-fields.ts';
export type { UnderstoodLine } from '../rules/import/understand-line.ts';

/** How the lines of one sheet are to be understood; without `columns`, by those that were guessed. */
export type Understanding = Readonly<{
	sheet: number;
	columns: readonly Column[] | undefined;
	places: readonly GazetteerPlace[];
	scheme: PlaceScheme;
	defaults: Readonly<{ kind: OrganisationKind | null }>;
	today: CalendarDate;
}>;

/** A list, what its columns were guessed to be, sheet by sheet, and its lines understood, in the order of the sheet's rows. */
export type UnderstoodList = Readonly<{
	list: ReadList;
	guesses: readonly (readonly GuessedColumn[])[];
	lines: readonly UnderstoodLine[] | undefined;
}>;

/** How many lines are done, of how many. */
export type Progress = Readonly<{ done: number; total: number }>;

const LINES_AT_ONCE = 250;

/**
 * Reads a file, guesses its columns and, when asked, understands the lines of a sheet. Takes what is told of its progress.
 * Refuses what is no list. It lets others have their turn, but is meant for a process of its own.
 */
export async function understandList(
	{ bytes, fileName }: Readonly<{ bytes: Uint8Array; fileName: string }>,
	understanding: Understanding | undefined,
	tell: (progress: Progress) => void,
): Promise<UnderstoodList | Refusal> {
	const list = await readList(bytes, fileName);
	if (isRefusal(list)) return list;
	const guesses = list.sheets.map(({ head, tags, rows }) => guessColumns(head, tags, rows));
	const lines = understanding && (await linesOf(list, { ...understanding, guessed: guesses[understanding.sheet] ?? [] }, tell));
	return { list, guesses, lines };
}

async function linesOf(
	list: ReadList,
	{ sheet, columns, guessed, ...context }: Understanding & Readonly<{ guessed: readonly GuessedColumn[] }>,
	tell: (progress: Progress) => void,
): Promise<readonly UnderstoodLine[]> {
	return understandRows(list.sheets[sheet]?.rows ?? [], { ...context, columns: columns ?? guessed.map(({ field }) => field) }, tell);
}

/**
 * Understands rows of a list by columns that are told. Takes what is told of its progress; lets others have their turn.
 * Returns the lines in the order of the rows.
 */
export async function understandRows(
	rows: readonly Readonly<{ cells: readonly string[] }>[],
	{ columns, places, ...context }: Omit<Understanding, 'sheet' | 'columns'> & Readonly<{ columns: readonly Column[] }>,
	tell: (progress: Progress) => void = () => undefined,
): Promise<readonly UnderstoodLine[]> {
	const gazetteer = gazetteerOf(places);
	const lines: UnderstoodLine[] = [];
	for (let done = 0; done < rows.length; done += LINES_AT_ONCE) {
		tell({ done, total: rows.length });
		await nextTurn();
		for (const { cells } of rows.slice(done, done + LINES_AT_ONCE)) lines.push(understandLine(cells, columns, { ...context, gazetteer }));
	}
	tell({ done: rows.length, total: rows.length });
	return lines;
}
