import type { CalendarDate } from '#kernel/calendar-date.ts';

/** A half-day as paper names it: a letter, its day and its part. */
export type PrintedHalfDay = Readonly<{ letter: string; day: CalendarDate; part: 'am' | 'pm' }>;

/** A person as the paper already knows her. */
export type PrintedPerson = Readonly<{ fullName: string; sex: 'F' | 'M'; birthYear: number | null; organisation: string }>;

/** One page: its rows, numbered through all pages; a row without a person is filled by hand. */
export type PrintedSheet = Readonly<{ first: number; rows: readonly Readonly<{ number: number; person: PrintedPerson | undefined }>[] }>;

const LEAST_ROWS = 30;
const LEAST_EMPTY = 4;
const ROWS_OF_A_PAGE = 22;
// The last page also holds the totals, the notes and the signatures.
const ROWS_OF_THE_LAST = 14;

/** Names the half-days of a session A, B, C… in their order; "2018-03-13 am" is a morning. */
export function printedHalfDays(halfDays: readonly string[]): readonly PrintedHalfDay[] {
	// A half-day begins with a day that its shape has checked.
	return [...halfDays].sort().map((halfDay, at) => ({
		letter: String.fromCodePoint(65 + at),
		day: halfDay.slice(0, 10) as CalendarDate,
		part: halfDay.endsWith('am') ? 'am' : 'pm',
	}));
}

/** Lays the people of a session out on pages of rows 8.6 mm high, with rows to fill by hand: thirty in all at least, four empty at least. */
export function printedSheets(people: readonly PrintedPerson[]): readonly PrintedSheet[] {
	const least = Math.max(LEAST_ROWS, people.length + LEAST_EMPTY);
	const full = Math.max(0, Math.ceil((least - ROWS_OF_THE_LAST) / ROWS_OF_A_PAGE));
	const sizes = [...Array.from({ length: full }, () => ROWS_OF_A_PAGE), ROWS_OF_THE_LAST];
	return sizes.map((size, page) => {
		const first = page * ROWS_OF_A_PAGE + 1;
		return { first, rows: Array.from({ length: size }, (_, at) => ({ number: first + at, person: people[first + at - 1] })) };
	});
}
