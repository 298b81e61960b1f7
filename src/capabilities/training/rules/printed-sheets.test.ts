import { describe, expect, it } from 'vitest';
import { printedColumns, printedHalfDays, printedSheets, SHEET_COLUMNS } from './printed-sheets.ts';

const crowd = (count: number) =>
	Array.from({ length: count }, (_, at) => ({
		...{ fullName: `N ${at}`, sex: 'F' as const, birthYear: null, organisation: '', duty: '', phone: '' },
	}));
const days = (count: number) =>
	printedHalfDays(Array.from({ length: count }, (_, at) => `2018-03-${10 + at}`).flatMap((day) => [`${day} am`, `${day} pm`]));

describe('the attendance sheet on paper', () => {
	it.each([0, 12, 30, 34, 35, 57, 120])('has room for %i people, with rows to fill by hand, numbered through its pages', (count) => {
		const { sheets } = printedSheets(crowd(count), { halfDays: days(2), columns: printedColumns(undefined) });
		const rows = sheets.flatMap((sheet) => sheet.rows);
		expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
		expect(rows.filter(({ person }) => person)).toHaveLength(count);
		expect(rows.length).toBeGreaterThanOrEqual(Math.max(30, count + 4));
		expect(sheets.filter(({ isLast }) => isLast)).toEqual(sheets.slice(-1));
	});

	it('lies on its side when its columns do not fit upright', () => {
		expect(printedSheets([], { halfDays: days(1), columns: ['age'] }).isWide).toBe(false);
		expect(printedSheets([], { halfDays: days(2), columns: SHEET_COLUMNS }).isWide).toBe(true);
	});

	it('goes on with the same rows for days that do not fit, and leaves no day out', () => {
		const { sheets } = printedSheets(crowd(40), { halfDays: days(9), columns: SHEET_COLUMNS });
		const groups = new Set(sheets.map(({ halfDays }) => halfDays));
		expect([...groups].flat()).toEqual(days(9));
		expect(groups.size).toBeGreaterThan(1);
		for (const group of groups) expect(sheets.filter(({ halfDays }) => halfDays === group)[0]?.first).toBe(1);
	});

	it('has the columns that were asked for in their order, the usual ones when nothing was asked, and no others', () => {
		expect(printedColumns(undefined)).toEqual(['age', 'duty', 'phone', 'signature']);
		expect(printedColumns(['perdiem', 'duty', 'salaire'])).toEqual(['duty', 'perdiem']);
		expect(printedColumns([])).toEqual([]);
	});

	it('names half-days by letters, in their order', () => {
		expect(printedHalfDays(['2018-03-13 pm', '2018-03-13 am', '2018-03-14 am'])).toEqual([
			{ letter: 'A', day: '2018-03-13', part: 'am' },
			{ letter: 'B', day: '2018-03-13', part: 'pm' },
			{ letter: 'C', day: '2018-03-14', part: 'am' },
		]);
	});
});
