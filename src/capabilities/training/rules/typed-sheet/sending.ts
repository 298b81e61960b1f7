import { idFor } from '#kernel/ids.ts';
import type { Mark } from '../../schema.ts';
import type { SheetRowInput } from '../../sheet-row.ts';
import { FIELDS, readMark, readSex, senderOf, type ReadWith } from './cells.ts';
import type { Cell } from './moving.ts';
import { isChanged, isOdd, MOST_ROWS, type Line, type Sheet } from './sheet.ts';

/** What keeps a sheet from being saved, and where. */
export type Fault = Cell & Readonly<{ why: 'odd' | 'name' | 'sex' | 'organisation' | 'differs' | 'ahead' }>;

const DUTY = FIELDS.indexOf('duty');

/** What must be looked at before a sheet can be saved, from its top. */
export function faultsOf({ lines, halfDays }: Sheet, read: ReadWith): readonly Fault[] {
	return lines.flatMap((line, row) => {
		if (!isChanged(line)) return [];
		return [...faultsOfLine(line, read), ...marksAhead(line, halfDays, read)].map((fault) => ({ row, ...fault }));
	});
}

/** The rows a saving sends, the first hundred that changed; the sheet must be without faults. */
export function rowsToSend({ lines, halfDays }: Sheet, read: ReadWith): readonly SheetRowInput[] {
	return lines.flatMap((line, at) => (isChanged(line) ? [rowOf(line, { number: at + 1, halfDays, read })] : [])).slice(0, MOST_ROWS);
}

/** How many people and marks some rows write. */
export function countOfRows(rows: readonly SheetRowInput[]): Readonly<{ people: number; marks: number }> {
	return { people: rows.length, marks: rows.reduce((sum, { marks }) => sum + marks.length, 0) };
}

function faultsOfLine(line: Line, read: ReadWith): readonly Omit<Fault, 'row'>[] {
	const odd = line.cells.flatMap((_, column) => (isOdd(line, column, read) ? [{ column, why: 'odd' as const }] : []));
	const differs = Object.keys(line.theirs).map((column) => ({ column: Number(column), why: 'differs' as const }));
	const missing = line.standing === 'new' ? missingIn(line) : [];
	return [...missing, ...odd, ...differs].sort((one, other) => one.column - other.column);
}

function marksAhead({ cells, base }: Line, halfDays: readonly string[], { today }: ReadWith): readonly Omit<Fault, 'row'>[] {
	return halfDays.flatMap((halfDay, at) => {
		const column = FIELDS.length + at;
		return halfDay.slice(0, 10) > today && cells[column] !== base[column] ? [{ column, why: 'ahead' as const }] : [];
	});
}

function missingIn({ cells: [name = '', sex = '', , organisation = ''] }: Line): readonly Omit<Fault, 'row'>[] {
	return [
		...(name === '' ? [{ column: 0, why: 'name' as const }] : []),
		...(sex === '' ? [{ column: 1, why: 'sex' as const }] : []),
		...(organisation === '' ? [{ column: 3, why: 'organisation' as const }] : []),
	];
}

type Sending = Readonly<{ number: number; halfDays: readonly string[]; read: ReadWith }>;

function rowOf(line: Line, { number, halfDays, read }: Sending): SheetRowInput {
	const [fullName = '', sex = '', birth = '', organisation = '', duty = '', phone = ''] = line.cells;
	return {
		number,
		enrolmentId: line.enrolmentId,
		organisationId: line.standing === 'new' ? (senderOf(organisation, read.senders)?.id ?? '') : line.organisationId,
		person: { id: line.personId, fullName, sex: readSex(sex) ?? 'F', birthYear: birth === '' ? null : Number(birth), phone },
		...(duty === line.base[DUTY] ? {} : { duty: { was: line.base[DUTY] ?? '', becomes: duty } }),
		marks: halfDays.flatMap((halfDay, at) => {
			const [was, becomes] = [markIn(line.base, at), markIn(line.cells, at)];
			// The id follows from what is marked: sent twice, it is one mark.
			return was === becomes ? [] : [{ id: idFor(`${line.enrolmentId} ${halfDay}`), halfDay, was, becomes }];
		}),
	};
}

function markIn(cells: readonly string[], at: number): Mark | null {
	return readMark(cells[FIELDS.length + at] ?? '') ?? null;
}
