import { describe, expect, it } from 'vitest';
import { printedHalfDays, printedSheets } from './printed-sheets.ts';

const crowd = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ fullName: `N ${at}`, sex: 'F' as const, birthYear: null, organisation: '' }));

describe('the attendance sheet on paper', () => {
	it.each([0, 12, 30, 34, 35, 57, 120])('has room for %i people, with rows to fill by hand, numbered through its pages', (count) => {
		const rows = printedSheets(crowd(count)).flatMap((sheet) => sheet.rows);
		expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
		expect(rows.filter(({ person }) => person)).toHaveLength(count);
		expect(rows.length).toBeGreaterThanOrEqual(Math.max(30, count + 4));
	});

	it('names half-days by letters, in their order', () => {
		expect(printedHalfDays(['2018-03-13 pm', '2018-03-13 am', '2018-03-14 am'])).toEqual([
			{ letter: 'A', day: '2018-03-13', part: 'am' },
			{ letter: 'B', day: '2018-03-13', part: 'pm' },
			{ letter: 'C', day: '2018-03-14', part: 'am' },
		]);
	});
});
