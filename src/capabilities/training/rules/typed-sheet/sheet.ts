import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Mark } from '../../schema.ts';
import { FIELDS, isRead, letterOf, tidied, type ReadWith } from './cells.ts';

/** One line of the grid: its texts as they stand on the screen, and as the house holds them. */
export type Line = Readonly<{
	enrolmentId: string;
	personId: string;
	/** On the list already; known to her organisation; or new to everybody. */
	standing: 'listed' | 'known' | 'new';
	/** Of whoever is listed or known; otherwise the text of the cell says it. */
	organisationId: string;
	cells: readonly string[];
	base: readonly string[];
	/** What somebody else wrote meanwhile where this line says otherwise, by column. */
	theirs: Readonly<Record<number, string>>;
}>;

/** A sheet as it is typed: its half-days in their order, and its lines as they are printed, then empty ones. */
export type Sheet = Readonly<{ halfDays: readonly string[]; lines: readonly Line[] }>;

/** A person as the house knows her on a sheet. */
export type Listed = Readonly<{
	enrolmentId: string;
	personId: string;
	fullName: string;
	sex: 'F' | 'M';
	birthYear: number | null;
	organisationId: string;
	organisation: string;
	duty: string;
	phone: string;
	marks: Readonly<Record<string, Mark>>;
}>;

/** A person known to an organisation. */
export type Known = Readonly<{
	id: string;
	fullName: string;
	sex: 'F' | 'M';
	birthYear: number | null;
	phone: string;
	organisationId: string;
	organisation: string;
}>;

/** The most rows of one saving. */
export const MOST_ROWS = 100;

const IDENTITY = 4;
const PHONE = FIELDS.indexOf('phone');

/** The sheet of a session as the house holds it. */
export function sheetOf(people: readonly Listed[], halfDays: readonly string[]): Sheet {
	const sorted = [...halfDays].sort();
	return { halfDays: sorted, lines: people.map((person) => listedLine(person, sorted)) };
}

/** The sheet with at least so many empty lines at its end; `mint` makes their ids. */
export function withSpare(sheet: Sheet, spare: number, mint: () => string): Sheet {
	const empty = sheet.lines.length - lengthTyped(sheet.lines);
	const more = Array.from({ length: Math.max(0, spare - empty) }, () => emptyLine(sheet, mint));
	return more.length > 0 ? { ...sheet, lines: [...sheet.lines, ...more] } : sheet;
}

/** Whether a cell is not typed here: who somebody is, once she is known, is corrected on her own page. */
export function isLocked({ standing, base }: Line, column: number): boolean {
	return standing !== 'new' && (column < IDENTITY || (column === PHONE && base[PHONE] !== ''));
}

/** A line with one cell typed over; the same line where the cell is locked. Typing settles what differed there. */
export function typedInto(line: Line, { column, text }: Readonly<{ column: number; text: string }>, read: ReadWith): Line {
	if (isLocked(line, column)) return line;
	const { [column]: _, ...theirs } = line.theirs;
	return { ...line, cells: line.cells.map((cell, at) => (at === column ? tidied(column, text, read) : cell)), theirs };
}

/** A line as that of a person who is known: her name, sex, year and organisation become hers. */
export function asKnown(line: Line, person: Known): Line {
	const typedPhone = line.cells[PHONE] ?? '';
	const identity = [person.fullName, person.sex, person.birthYear === null ? '' : String(person.birthYear), person.organisation];
	return {
		...line,
		personId: person.id,
		standing: 'known',
		organisationId: person.organisationId,
		base: [...identity, '', person.phone, ...line.base.slice(FIELDS.length).map(() => '')],
		cells: [...identity, line.cells[IDENTITY] ?? '', person.phone || typedPhone, ...line.cells.slice(FIELDS.length)],
		theirs: {},
	};
}

/** Whether nothing was typed in a line that stands for nobody. */
export function isEmpty({ standing, cells }: Line): boolean {
	return standing === 'new' && cells.every((cell) => cell === '');
}

/** How many lines there are before the empty ones at the end. */
export function lengthTyped(lines: readonly Line[]): number {
	return lines.reduce((length, line, at) => (isEmpty(line) ? length : at + 1), 0);
}

/** Whether a line says something the house does not hold. */
export function isChanged(line: Line): boolean {
	return line.standing === 'listed' ? line.cells.some((cell, at) => cell !== line.base[at]) : !isEmpty(line);
}

/** Whether a cell says something that is not understood, which is kept as it was typed. */
export function isOdd(line: Line, column: number, read: ReadWith): boolean {
	return !isLocked(line, column) && !isRead(column, line.cells[column] ?? '', read);
}

/** The half-day of a column; nothing for a column before them. */
export function halfDayAt({ halfDays }: Sheet, column: number): string | undefined {
	return halfDays[column - FIELDS.length];
}

/** The lines "all present" would mark at a half-day: nobody when somebody is marked there, or its day has not come. */
export function unmarkedAt(sheet: Sheet, column: number, today: CalendarDate): readonly Line[] {
	const halfDay = halfDayAt(sheet, column);
	if (!halfDay || halfDay.slice(0, 10) > today) return [];
	const people = sheet.lines.filter((line) => !isEmpty(line));
	return people.every(({ cells }) => cells[column] === '') ? people : [];
}

function listedLine({ enrolmentId, personId, organisationId, marks, ...person }: Listed, halfDays: readonly string[]): Line {
	const { fullName, sex, birthYear, organisation, duty, phone } = person;
	const fields = [fullName, sex, birthYear === null ? '' : String(birthYear), organisation, duty, phone];
	const cells = [...fields, ...halfDays.map((halfDay) => letterOf(marks[halfDay]))];
	return { enrolmentId, personId, standing: 'listed', organisationId, cells, base: cells, theirs: {} };
}

function emptyLine({ halfDays }: Sheet, mint: () => string): Line {
	const cells = Array.from({ length: FIELDS.length + halfDays.length }, () => '');
	return { enrolmentId: mint(), personId: mint(), standing: 'new', organisationId: '', cells, base: cells, theirs: {} };
}
