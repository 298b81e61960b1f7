import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { AgeBand } from '../../people/index.ts';

/** A half-day as paper names it: a letter, its day and its part. */
export type PrintedHalfDay = Readonly<{ letter: string; day: CalendarDate; part: 'am' | 'pm' }>;

/** A person as the paper already knows her. */
export type PrintedPerson = Readonly<{
	fullName: string;
	sex: 'F' | 'M';
	birthYear: number | null;
	organisation: string;
	duty: string;
	phone: string;
}>;

/** The columns of a sheet that may be left out. */
export const SHEET_COLUMNS = ['age', 'duty', 'phone', 'signature', 'transport', 'perdiem'] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** One page: its rows, numbered through all pages; a row without a person is filled by hand. */
export type PrintedSheet = Readonly<{
	first: number;
	rows: readonly Readonly<{ number: number; person: PrintedPerson | undefined }>[];
	halfDays: readonly PrintedHalfDay[];
	/** Whether the totals and the signatures stand on it: the last of its days. */
	isLast: boolean;
}>;

/** All pages of a session, and whether they lie on their side. */
export type PrintedSession = Readonly<{ isWide: boolean; sheets: readonly PrintedSheet[] }>;

const USUAL: readonly SheetColumn[] = ['age', 'duty', 'phone', 'signature'];
const LEAST_ROWS = 30;
const LEAST_EMPTY = 4;

// Millimetres: a name needs its room, a box its pen.
const ALWAYS = 8 + 38 + 8 + 30;
const WIDTHS = { age: 20, duty: 22, phone: 22, signature: 0, transport: 18, perdiem: 18 } as const;
const [BOX, SIGNATURE, UPRIGHT, ON_ITS_SIDE] = [9, 20, 186, 273];
// Rows of 8.6 mm; the last page also holds the totals, the notes and the signatures.
const ROWS = { upright: { full: 21, last: 13 }, onItsSide: { full: 13, last: 6 } } as const;

/** The columns somebody asked for; the usual ones when she asked for nothing. */
export function printedColumns(asked: readonly string[] | undefined): readonly SheetColumn[] {
	return asked ? SHEET_COLUMNS.filter((column) => asked.includes(column)) : USUAL;
}

/** Names the half-days of a session A, B, C… in their order; "2018-03-13 am" is a morning. */
export function printedHalfDays(halfDays: readonly string[]): readonly PrintedHalfDay[] {
	// A half-day begins with a day that its shape has checked.
	return [...halfDays].sort().map((halfDay, at) => ({
		letter: String.fromCodePoint(65 + at),
		day: halfDay.slice(0, 10) as CalendarDate,
		part: halfDay.endsWith('am') ? 'am' : 'pm',
	}));
}

/**
 * Lays the people of a session out on pages, with rows to fill by hand: thirty in all at least, four empty at least. What does not fit
 * an upright page lies on its side; days that do not fit there go on further pages, with the same rows.
 */
export function printedSheets(
	people: readonly PrintedPerson[],
	{ halfDays, columns }: Readonly<{ halfDays: readonly PrintedHalfDay[]; columns: readonly SheetColumn[] }>,
): PrintedSession {
	const fixed = ALWAYS + columns.reduce((sum, column) => sum + WIDTHS[column], 0);
	const days = [...Map.groupBy(halfDays, ({ day }) => day).values()];
	const widths = days.map((halves) => halves.length * BOX + (columns.includes('signature') ? SIGNATURE : 0));
	const isWide = fixed + widths.reduce((sum, width) => sum + width, 0) > UPRIGHT;
	const rows = ROWS[isWide ? 'onItsSide' : 'upright'];
	return { isWide, sheets: daysThatFit(days, widths, ON_ITS_SIDE - fixed).flatMap((fitting) => pagesOf(people, rows, fitting)) };
}

function daysThatFit(days: readonly (readonly PrintedHalfDay[])[], widths: readonly number[], room: number): readonly (readonly PrintedHalfDay[])[] {
	const groups: PrintedHalfDay[][] = [[]];
	let used = 0;
	for (const [at, halves] of days.entries()) {
		const width = widths[at] ?? 0;
		if (used > 0 && used + width > room) {
			groups.push([]);
			used = 0;
		}
		groups.at(-1)?.push(...halves);
		used += width;
	}
	return groups;
}

function pagesOf(
	people: readonly PrintedPerson[],
	{ full, last }: Readonly<{ full: number; last: number }>,
	halfDays: readonly PrintedHalfDay[],
): readonly PrintedSheet[] {
	const least = Math.max(LEAST_ROWS, people.length + LEAST_EMPTY);
	const whole = Math.max(0, Math.ceil((least - last) / full));
	const sizes = [...Array.from({ length: whole }, () => full), last];
	return sizes.map((size, page) => {
		const first = page * full + 1;
		const rows = Array.from({ length: size }, (_, at) => ({ number: first + at, person: people[first + at - 1] }));
		return { first, rows, halfDays, isLast: page === sizes.length - 1 };
	});
}

/** The bands as a narrow column of paper writes them, the same in every language; the head of the sheet says them in words. */
export const SHORT_BANDS: Readonly<Record<AgeBand, string>> = {
	...{ 'under-18': '< 18', '18-24': '18–24', '25-35': '25–35', '36-49': '36–49', '50-plus': '50 +', unknown: '' },
};
