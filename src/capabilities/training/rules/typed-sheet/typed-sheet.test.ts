import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { isRead, readMark, readSex, senderOf, tidied } from './cells.ts';
import { did, putBack, redo, undo, untouched } from './history.ts';
import { laidOut, likelyKnown } from './likely-known.ts';
import { caughtUp, settled } from './meanwhile.ts';
import { countOfRows, faultsOf, rowsToSend } from './sending.ts';
import { asKnown, isChanged, isLocked, sheetOf, typedInto, unmarkedAt, withSpare, type Line, type Listed, type Sheet } from './sheet.ts';
import { totalsOf } from './totals.ts';

const today = calendarDate('2026-04-12');
const senders = [
	{ id: '00000000-0000-7000-8000-000000000001', name: 'Abarimyi b’i Gasorwe' },
	{ id: '00000000-0000-7000-8000-000000000002', name: 'Twitezimbere' },
];
const read = { today, senders };
const halfDays = ['2026-04-10 am', '2026-04-10 pm'];
const listed = (name: string, given: Partial<Listed> = {}): Listed => ({
	...{ enrolmentId: `enrolment ${name}`, personId: `person ${name}`, fullName: name, sex: 'F', birthYear: 1990 },
	...{ organisationId: senders[0]?.id ?? '', organisation: senders[0]?.name ?? '', duty: '', phone: '', marks: {} },
	...given,
});
let minted = 0;
const mint = () => `new ${(minted += 1)}`;
const aSheet = (...people: readonly Listed[]): Sheet => withSpare(sheetOf(people, halfDays), 2, mint);
const lineOf = (sheet: Sheet, at: number) => sheet.lines[at] as Line;
const typed = (line: Line, ...cells: readonly string[]) => cells.reduce((before, text, column) => typedInto(before, { column, text }, read), line);

describe('a cell', () => {
	it('is read as people here write it', () => {
		const marks = ['P', 'présente', 'Présent(e)', ' x ', '1', '✓', 'R', 'en retard', 'A', '0', '✗', 'excusée', 'E', 'yaje', ''];
		expect(marks.map(readMark)).toEqual([
			...(['present', 'present', 'present', 'present', 'present', 'present', 'late', 'late', 'absent', 'absent', 'absent'] as const),
			...(['excused', 'excused', 'present', null] as const),
		]);
		expect(['malade', '?', '2', 'pr'].map(readMark)).toEqual([undefined, undefined, undefined, undefined]);
		expect(['F', 'Femme', 'h', 'M', 'x'].map(readSex)).toEqual(['F', 'F', 'M', 'M', undefined]);
	});

	it('is kept in one way of writing when it is understood, and as it was typed when it is not', () => {
		expect(tidied(6, 'présente', read)).toBe('P');
		expect(tidied(6, 'malade', read)).toBe('malade');
		expect(tidied(2, '36 ans', read)).toBe('1990');
		expect(tidied(3, 'abarimyi', read)).toBe('Abarimyi b’i Gasorwe');
		expect([6, 2, 3, 5].map((column) => isRead(column, 'malade', read))).toEqual([false, false, false, false]);
		expect([0, 1, 2, 3, 4, 5, 6].map((column) => isRead(column, '', read))).toEqual(Array.from({ length: 7 }, () => true));
	});

	it('names an organisation only when it can be no other', () => {
		expect(senderOf('gasorwe', senders)?.id).toBe(senders[0]?.id);
		expect(senderOf('i', senders)).toBeUndefined();
		expect(senderOf('Inconnue', senders)).toBeUndefined();
	});
});

describe('a line of the sheet', () => {
	it('does not change who somebody is, once she is known; her function and marks it does', () => {
		const line = lineOf(aSheet(listed('Domitille')), 0);
		expect([0, 1, 2, 3].every((column) => isLocked(line, column))).toBe(true);
		expect(typedInto(line, { column: 0, text: 'Une autre' }, read)).toBe(line);
		expect(typedInto(line, { column: 4, text: 'Trésorière' }, read).cells[4]).toBe('Trésorière');
		expect(isLocked(lineOf(aSheet(listed('Domitille', { phone: '79 000 001' })), 0), 5)).toBe(true);
	});

	it('becomes that of somebody known with what was typed of her besides', () => {
		const known = {
			id: 'k',
			fullName: 'Bukuru Spès',
			sex: 'F',
			birthYear: 1984,
			phone: '',
			organisationId: 'o',
			organisation: 'Twitezimbere',
		} as const;
		const line = asKnown(typed(lineOf(aSheet(), 0), 'Bukuru Spes', 'F', '', '', 'Membre', '79 000 002', 'P'), known);
		expect(line.cells).toEqual(['Bukuru Spès', 'F', '1984', 'Twitezimbere', 'Membre', '79 000 002', 'P', '']);
		expect([line.standing, line.personId, isChanged(line)]).toEqual(['known', 'k', true]);
	});

	it('is marked present with all others only where nobody is marked, and the day has come', () => {
		const sheet = aSheet(listed('Agnès', { marks: { '2026-04-10 am': 'late' } }), listed('Rose'));
		expect(unmarkedAt(sheet, 6, today)).toEqual([]);
		expect(unmarkedAt(sheet, 7, today)).toHaveLength(2);
		expect(unmarkedAt(sheet, 7, calendarDate('2026-04-09'))).toEqual([]);
	});
});

describe('what is done to a sheet', () => {
	it('is undone and done again, step by step', () => {
		const start = untouched(aSheet(listed('Agnès')));
		const one = did(start, [typedInto(lineOf(start.sheet, 0), { column: 6, text: 'P' }, read)]);
		const two = did(one, [typedInto(lineOf(one.sheet, 0), { column: 7, text: 'A' }, read)]);
		expect(undo(two).sheet).toEqual(one.sheet);
		expect(undo(undo(two)).sheet).toEqual(start.sheet);
		expect(redo(redo(undo(undo(two)))).sheet).toEqual(two.sheet);
		expect(undo(start)).toEqual(start);
	});

	it('is no step when it changes nothing', () => {
		const start = untouched(aSheet(listed('Agnès')));
		expect(did(start, [typedInto(lineOf(start.sheet, 0), { column: 6, text: '' }, read)]).done).toEqual([]);
	});

	it('can be done again after a whole saving was put back', () => {
		const before = aSheet(listed('Agnès'));
		const newcomer = typed(lineOf(before, 1), 'Rose', 'F', '', 'Twitezimbere');
		const back = putBack(aSheet(listed('Agnès')), [newcomer]);
		expect(back.sheet.lines.filter(isChanged)).toEqual([]);
		expect(redo(back).sheet.lines.filter(isChanged)).toEqual([newcomer]);
	});
});

describe('what others wrote meanwhile', () => {
	const held = aSheet(listed('Agnès'), listed('Rose'));
	const mine = [typedInto(lineOf(held, 0), { column: 6, text: 'P' }, read), typedInto(lineOf(held, 1), { column: 6, text: 'A' }, read)];
	const now = (marks: Listed['marks']) => aSheet(listed('Agnès'), listed('Rose', { marks }));

	it('comes in where nothing was typed, and leaves what was', () => {
		const after = caughtUp(mine, now({ '2026-04-10 pm': 'late' }));
		expect(after.lines.slice(0, 2).map(({ cells }) => cells.slice(6))).toEqual([
			['P', ''],
			['A', 'R'],
		]);
	});

	it('is shown beside what was typed where the two differ, and a person chooses', () => {
		const after = caughtUp(mine, now({ '2026-04-10 am': 'present' }));
		const rose = lineOf(after, 1);
		expect([rose.cells[6], rose.theirs[6]]).toEqual(['A', 'P']);
		expect(faultsOf(after, read)).toEqual([{ row: 1, column: 6, why: 'differs' }]);
		expect(settled(rose, 6, 'theirs').cells[6]).toBe('P');
		expect(rowsToSend({ ...after, lines: [settled(rose, 6, 'mine')] }, read)[0]?.marks).toMatchObject([{ was: 'present', becomes: 'absent' }]);
	});

	it('loses no new line, and knows one again that was saved', () => {
		const newcomer = typed(lineOf(held, 2), 'Spès', 'F', '', 'Twitezimbere', '', '', 'P');
		expect(caughtUp([newcomer], now({})).lines.filter(isChanged)).toHaveLength(1);
		const saved = aSheet(listed('Spès', { enrolmentId: newcomer.enrolmentId, personId: newcomer.personId, marks: { '2026-04-10 am': 'present' } }));
		expect(caughtUp([newcomer], saved).lines.filter(isChanged)).toEqual([]);
	});
});

describe('a sheet that is sent', () => {
	it('says what must be looked at, and where', () => {
		const sheet = aSheet(listed('Agnès'));
		const lines = [typedInto(lineOf(sheet, 0), { column: 6, text: 'malade' }, read), typed(lineOf(sheet, 1), 'Rose', '', 'vieille')];
		expect(faultsOf({ ...sheet, lines }, read)).toEqual([
			{ row: 0, column: 6, why: 'odd' },
			...[
				{ row: 1, column: 1, why: 'sex' },
				{ row: 1, column: 2, why: 'odd' },
				{ row: 1, column: 3, why: 'organisation' },
			],
		]);
		const ahead = { today: calendarDate('2026-04-09'), senders };
		expect(faultsOf({ ...sheet, lines: [typedInto(lineOf(sheet, 0), { column: 7, text: 'P' }, read)] }, ahead)).toMatchObject([
			{ why: 'ahead', column: 7 },
		]);
	});

	it('sends what changed, with what was there, and a hundred rows at most', () => {
		const sheet = aSheet(listed('Agnès', { duty: 'Membre', marks: { '2026-04-10 am': 'present' } }), listed('Rose'));
		const agnes = typedInto(typedInto(lineOf(sheet, 0), { column: 6, text: 'A' }, read), { column: 4, text: 'Présidente' }, read);
		const rows = rowsToSend({ ...sheet, lines: [agnes, lineOf(sheet, 1), typed(lineOf(sheet, 2), 'Spès', 'F', '30', 'twitez')] }, read);
		expect(rows).toMatchObject([
			{ number: 1, duty: { was: 'Membre', becomes: 'Présidente' }, marks: [{ halfDay: halfDays[0], was: 'present', becomes: 'absent' }] },
			{ number: 3, organisationId: senders[1]?.id, person: { fullName: 'Spès', birthYear: 1996 }, marks: [] },
		]);
		expect(countOfRows(rows)).toEqual({ people: 2, marks: 1 });
		const crowd = aSheet(...Array.from({ length: 120 }, (_, at) => listed(`N ${at}`)));
		const all = crowd.lines.map((line) => (line.standing === 'listed' ? typedInto(line, { column: 6, text: 'P' }, read) : line));
		expect(rowsToSend({ ...crowd, lines: all }, read)).toHaveLength(100);
	});

	it('counts whoever came once, women and men', () => {
		const sheet = aSheet(
			listed('Agnès', { marks: { '2026-04-10 am': 'present', '2026-04-10 pm': 'late' } }),
			listed('Pascal', { sex: 'M', marks: { '2026-04-10 am': 'absent' } }),
		);
		expect(totalsOf(sheet)).toEqual({
			listed: { people: 2, women: 1, men: 1 },
			came: { people: 1, women: 1, men: 0 },
			halfDays: [
				{ people: 1, women: 1, men: 0 },
				{ people: 1, women: 1, men: 0 },
			],
		});
	});
});

describe('somebody new', () => {
	const person = (fullName: string, given: object = {}) => ({
		...{ id: fullName, fullName, sex: 'F' as const, birthYear: 1986, phone: '', organisationId: 'o', organisation: 'Twitezimbere' },
		...given,
	});
	const known = laidOut([person('Barampama Agnès'), person('Barampama Pascal', { sex: 'M' }), person('Niyonkuru Claudine', { birthYear: 1960 })]);
	const likely = (...cells: readonly string[]) => likelyKnown(typed(lineOf(aSheet(), 0), ...cells), known).map(({ fullName }) => fullName);

	it('may be somebody whose name is heard the same, in any order', () => {
		expect(likely('Agnes Baranpama', 'F')).toEqual(['Barampama Agnès']);
		expect(likely('Barampama Agnès')).toEqual(['Barampama Agnès']);
	});

	it('is nobody of another sex, far in age, or with the family name alone', () => {
		expect(likely('Barampama Agnès', 'M')).toEqual([]);
		expect(likely('Niyonkuru Claudine', 'F', '1995')).toEqual([]);
		expect(likely('Barampama', 'F')).toEqual([]);
	});
});
