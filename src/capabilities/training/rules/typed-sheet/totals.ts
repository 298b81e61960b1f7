import { FIELDS, readMark, readSex } from './cells.ts';
import { isEmpty, type Line, type Sheet } from './sheet.ts';
import { wasThere } from '../half-days.ts';

/** How many were there, of whom women and men. */
export type Came = Readonly<{ people: number; women: number; men: number }>;

/** What the foot of a sheet says: who is on it, who came at all, and who came at each half-day. */
export type Totals = Readonly<{ listed: Came; came: Came; halfDays: readonly Came[] }>;

/** Counts a sheet as it stands on the screen. Whoever came is counted once, however many half-days she came. */
export function totalsOf({ lines, halfDays }: Sheet): Totals {
	const people = lines.filter((line) => !isEmpty(line));
	const there = (line: Line, at: number) => wasThere(readMark(line.cells[FIELDS.length + at] ?? '') ?? '');
	return {
		listed: countOf(people),
		came: countOf(people.filter((line) => halfDays.some((_, at) => there(line, at)))),
		halfDays: halfDays.map((_, at) => countOf(people.filter((line) => there(line, at)))),
	};
}

function countOf(lines: readonly Line[]): Came {
	const sexes = lines.map(({ cells }) => readSex(cells[1] ?? ''));
	return { people: lines.length, women: sexes.filter((sex) => sex === 'F').length, men: sexes.filter((sex) => sex === 'M').length };
}
