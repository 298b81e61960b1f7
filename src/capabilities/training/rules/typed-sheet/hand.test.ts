import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { keyMeans } from './keys.ts';
import { moved } from './moving.ts';
import { placed, readPasted } from './pasted.ts';
import { sheetOf, withSpare, type Listed } from './sheet.ts';

const size = { rows: 4, columns: 8 };
const press = (key: string, given: object = {}) => ({ key, shiftKey: false, ctrlKey: false, ...given });
const halfDays = ['2026-04-10 am', '2026-04-10 pm'];
const read = { today: calendarDate('2026-04-12'), senders: [{ id: 'o', name: 'Twitezimbere' }] };
const domitille: Listed = {
	...{ enrolmentId: 'e', personId: 'p', fullName: 'Domitille', sex: 'F', birthYear: 1990, organisationId: 'o', organisation: 'Twitezimbere' },
	...{ duty: '', phone: '', marks: {} },
};
let minted = 0;
const sheet = withSpare(sheetOf([domitille], halfDays), 5, () => `${(minted += 1)}`);
const cellsOf = (text: string, from = { row: 1, column: 0 }) => placed(sheet, { from, text }, read).lines.map(({ cells }) => cells);

describe('the hand in the grid', () => {
	it('moves as in a spreadsheet and stops at the edges', () => {
		expect(moved({ row: 1, column: 2 }, press('ArrowRight'), size)).toEqual({ row: 1, column: 3 });
		expect(moved({ row: 0, column: 0 }, press('ArrowUp'), size)).toEqual({ row: 0, column: 0 });
		expect(moved({ row: 1, column: 2 }, press('Enter'), size)).toEqual({ row: 2, column: 2 });
		expect(moved({ row: 1, column: 2 }, press('Enter', { shiftKey: true }), size)).toEqual({ row: 0, column: 2 });
		expect(moved({ row: 1, column: 7 }, press('Tab'), size)).toEqual({ row: 2, column: 0 });
		expect(moved({ row: 1, column: 0 }, press('Tab', { shiftKey: true }), size)).toEqual({ row: 0, column: 7 });
		expect(moved({ row: 1, column: 2 }, press('End', { ctrlKey: true }), size)).toEqual({ row: 3, column: 7 });
	});

	it('leaves the grid by Tab after the last cell and before the first: nobody is caught in it', () => {
		expect(moved({ row: 3, column: 7 }, press('Tab'), size)).toBeUndefined();
		expect(moved({ row: 0, column: 0 }, press('Tab', { shiftKey: true }), size)).toBeUndefined();
	});

	it('marks by letters and by the space bar, in the order of the guide', () => {
		const mark = (key: string, text = '') => keyMeans({ key }, { text, isMark: true, isTyping: false });
		expect(['p', 'A', 'r', 'E'].map((key) => mark(key))).toEqual(['P', 'A', 'R', 'E'].map((text) => ({ does: 'set', text })));
		expect(['', 'P', 'A', 'R', 'E'].map((text) => mark(' ', text))).toEqual(['P', 'A', 'R', 'E', 'P'].map((text) => ({ does: 'set', text })));
		expect(mark('q')).toBeUndefined();
		expect(mark('Delete', 'P')).toEqual({ does: 'set', text: '' });
	});

	it('writes in other cells, undoes and redoes, and leaves the browser its own keys', () => {
		const cell = (key: string, given: object = {}) => keyMeans({ key, ...given }, { text: '', isMark: false, isTyping: false });
		expect(cell('N')).toEqual({ does: 'write', text: 'N' });
		expect(cell('F2')).toEqual({ does: 'write', text: undefined });
		expect(cell('z', { ctrlKey: true })).toEqual({ does: 'undo' });
		expect(cell('Z', { ctrlKey: true, shiftKey: true })).toEqual({ does: 'redo' });
		expect(cell('c', { ctrlKey: true })).toBeUndefined();
		const typing = (key: string) => keyMeans({ key }, { text: '', isMark: false, isTyping: true });
		expect([typing('ArrowLeft'), typing('p'), typing('Escape'), typing('Enter')]).toEqual([
			undefined,
			undefined,
			{ does: 'leave' },
			{ does: 'move' },
		]);
	});
});

describe('what is pasted', () => {
	it('is parted at tabs and line ends, and quoted cells may hold both', () => {
		expect(readPasted('a\tb\r\n"c\n2"\t"d ""e"""\n\n')).toEqual([
			['a', 'b'],
			['c\n2', 'd "e"'],
		]);
		expect(readPasted('a\t\tc')).toEqual([['a', '', 'c']]);
	});

	it('fills lines from the cell at hand, and counts what was understood', () => {
		const text = 'Rose Bukuru\tF\t35 ans\ttwitezimbere\tMembre\t79 000 001\tprésente\t0\nPascal\tH\t1980\tInconnue\t\t\tx\tmalade';
		const pasted = placed(sheet, { from: { row: 1, column: 0 }, text }, read);
		expect(pasted.lines.map(({ cells }) => cells)).toEqual([
			['Rose Bukuru', 'F', '1991', 'Twitezimbere', 'Membre', '79 000 001', 'P', 'A'],
			['Pascal', 'M', '1980', 'Inconnue', '', '', 'P', 'malade'],
		]);
		expect(pasted).toMatchObject({ people: 2, marks: 3, odd: 2, left: 0, over: 0 });
	});

	it('leaves out a column of numbers, and a row of heads says which column is which', () => {
		expect(cellsOf('1\tRose\tF\n2\tPascal\tH').map((cells) => cells.slice(0, 2))).toEqual([
			['Rose', 'F'],
			['Pascal', 'M'],
		]);
		const headed = cellsOf('N°\tNom et prénom\tTéléphone\tSexe\tA\tB\n1\tRose\t79 000 001\tF\tP\tR');
		expect(headed).toEqual([['Rose', 'F', '', '', '', '79 000 001', 'P', 'R']]);
	});

	it('fills marks alone, from a half-day on', () => {
		expect(cellsOf('1\t0\nx\t', { row: 0, column: 6 }).map((cells) => cells.slice(6))).toEqual([
			['P', 'A'],
			['P', ''],
		]);
	});

	it('never writes over who somebody known is, and says so', () => {
		const pasted = placed(sheet, { from: { row: 0, column: 0 }, text: 'Une autre\tM\t1990\t\t\t\tP' }, read);
		expect(pasted.lines[0]?.cells).toEqual(['Domitille', 'F', '1990', 'Twitezimbere', '', '', 'P', '']);
		expect(pasted.left).toBe(2);
	});

	it('says how many rows are too many', () => {
		const many = Array.from({ length: 9 }, (_, at) => `N ${at}`).join('\n');
		expect(placed(sheet, { from: { row: 1, column: 0 }, text: many }, read)).toMatchObject({ over: 4, people: 5 });
	});
});
