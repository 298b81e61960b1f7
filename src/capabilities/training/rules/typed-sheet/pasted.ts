import { folded } from '#kernel/spelling.ts';
import { FIELDS, tidied, type ReadWith } from './cells.ts';
import type { Cell } from './moving.ts';
import { isLocked, isOdd, typedInto, type Line, type Sheet } from './sheet.ts';

/** What a paste would do: the lines it fills, and in counts what was understood. */
export type Pasted = Readonly<{
	lines: readonly Line[];
	people: number;
	marks: number;
	/** Cells that are not understood: they are kept as they were typed, and marked. */
	odd: number;
	/** Cells left alone because who somebody is, once known, is not typed here. */
	left: number;
	/** Rows for which the sheet has no line any more. */
	over: number;
}>;

// The heads people give these columns, the first of each that is found.
const HEADS: readonly (readonly string[])[] = [
	['nom', 'noms', 'nom et prenom', 'nom et prenoms', 'nom complet', 'name', 'izina', 'full name'],
	['sexe', 'sex', 'f h', 'genre', 'igitsina'],
	['age', 'annee', 'annee de naissance', 'ne e en', 'naissance', 'year', 'yavutse', 'annee ou age'],
	['organisation', 'association', 'osc', 'ishirahamwe', 'organisation ou colline'],
	['fonction', 'function', 'poste', 'igikorwa ajejwe'],
	['telephone', 'tel', 'phone', 'telefone', 'numero'],
];
const NUMBERS = ['n', 'no', 'numero', 'num', 'n o'];

/** Takes text copied from a spreadsheet; returns its rows and cells: tabs part cells, and a quoted cell may hold line ends. */
export function readPasted(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [[]];
	const cells = text.replace(/\r\n?/g, '\n').match(/"(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]+|[\t\n]/g) ?? [];
	let cell = '';
	const close = () => {
		rows[rows.length - 1]?.push(cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell);
		cell = '';
	};
	for (const part of cells) {
		if (part !== '\t' && part !== '\n') cell += part;
		else close();
		if (part === '\n') rows.push([]);
	}
	close();
	return rows.filter((row) => row.some((each) => each.trim() !== ''));
}

/**
 * Lays pasted rows over a sheet from a cell on. A first row of heads says which column is which; a first column of numbers is left
 * out. Nothing is saved by it. The sheet must have enough empty lines; what is over is counted.
 */
export function placed(sheet: Sheet, { from, text }: Readonly<{ from: Cell; text: string }>, read: ReadWith): Pasted {
	const { columns, rows } = columnsOf(readPasted(text), from.column, FIELDS.length + sheet.halfDays.length);
	const counts = { marks: 0, odd: 0, left: 0 };
	const lines = rows.flatMap((row, at) => {
		const line = sheet.lines[from.row + at];
		return line ? [filled(line, { row, columns, read, counts })] : [];
	});
	return { lines, people: lines.filter(({ cells }) => cells[0] !== '').length, ...counts, over: rows.length - lines.length };
}

type Filling = Readonly<{
	row: readonly string[];
	columns: readonly (number | undefined)[];
	read: ReadWith;
	counts: { marks: number; odd: number; left: number };
}>;

function filled(line: Line, { row, columns, read, counts }: Filling): Line {
	return row.reduce((before, text, at) => {
		const column = columns[at];
		if (column === undefined || text.trim() === '') return before;
		if (isLocked(before, column)) {
			if (folded(tidied(column, text, read)) !== folded(before.cells[column] ?? '')) counts.left += 1;
			return before;
		}
		const after = typedInto(before, { column, text }, read);
		if (isOdd(after, column, read)) counts.odd += 1;
		else if (column >= FIELDS.length) counts.marks += 1;
		return after;
	}, line);
}

function columnsOf(rows: readonly (readonly string[])[], first: number, many: number) {
	const [head = [], ...rest] = rows;
	const named = head.map((text) => HEADS.findIndex((heads) => heads.includes(folded(text))));
	if (named.filter((at) => at >= 0).length >= 2 && named.includes(0)) {
		// What follows the named columns, and is no number, is a half-day, in their order.
		const halves = head.map((text, at) => named[at] === -1 && !NUMBERS.includes(folded(text)));
		return {
			columns: head.map((_, at) => columnNamed(named[at] ?? -1, halves.slice(0, at + 1), many)),
			rows: rest,
		};
	}
	const numbered = first === 0 && rows.length > 0 && rows.every(([number = '']) => /^\d{1,3}\.?$/.test(number.trim()));
	return { columns: placesFrom(head, rows, { first, numbered, many }), rows };
}

function columnNamed(named: number, halves: readonly boolean[], many: number): number | undefined {
	if (named >= 0) return named;
	const at = FIELDS.length - 1 + halves.filter(Boolean).length;
	return halves[halves.length - 1] && at < many ? at : undefined;
}

type From = Readonly<{ first: number; numbered: boolean; many: number }>;

function placesFrom(head: readonly string[], rows: readonly (readonly string[])[], { first, numbered, many }: From) {
	const widest = Math.max(head.length, ...rows.map((row) => row.length));
	return Array.from({ length: widest }, (_, at) => {
		const column = first + at - (numbered ? 1 : 0);
		return column < first || column >= many ? undefined : column;
	});
}
