import { describe, expect, it } from 'vitest';
import { changedCells, readPaperPoints, type Cell } from './typed-points.ts';

const aCell = (over: Partial<Cell>): Cell => ({ enrolmentId: 'one', moment: 'before', was: '', typed: '', ...over });

describe('points typed in a table', () => {
	it('are written where they were changed, and nowhere else', () => {
		const cells = [
			aCell({ typed: '12' }),
			aCell({ enrolmentId: 'two', was: '9', typed: ' 9 ' }),
			aCell({ enrolmentId: 'three', moment: 'after', was: '7', typed: '' }),
			aCell({ enrolmentId: 'four' }),
		];
		expect(changedCells(cells, 20)).toEqual([
			{ enrolmentId: 'one', moment: 'before', was: null, points: 12 },
			{ enrolmentId: 'three', moment: 'after', was: 7, points: null },
		]);
	});

	it('are refused above what the test has and where they are no number, and the cell is named', () => {
		expect(changedCells([aCell({ typed: '21' })], 20)).toMatchObject({ key: 'training.points-above', params: { outOf: 20, field: 'before one' } });
		expect(changedCells([aCell({ typed: 'douze' })], 20)).toMatchObject({ kind: 'refusal', params: { field: 'before one' } });
	});
});

describe('points of papers without names', () => {
	it('are read however they are parted', () => {
		expect(readPaperPoints('12 8,15;\n 0', 20)).toEqual([12, 8, 15, 0]);
		expect(readPaperPoints('  ', 20)).toEqual([]);
	});

	it('are refused above what the test has and where they are no number', () => {
		expect(readPaperPoints('12 25', 20)).toMatchObject({ key: 'training.points-above' });
		expect(readPaperPoints('12 x', 20)).toMatchObject({ kind: 'refusal' });
	});
});
