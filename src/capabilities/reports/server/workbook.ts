import { strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';

/** One sheet: its name, the heads of its columns, and its rows. A text stays a text, whatever it begins with. */
export type PlainSheet = Readonly<{
	name: string;
	head: readonly string[];
	rows: readonly (readonly (string | number | null)[])[];
	widths: readonly number[];
}>;

// The year a zip begins with: a file of the same content is the same file, to the byte, whenever it is made.
const ALWAYS = new Date(1980, 0, 1, 12);
const LONGEST_NAME = 31;
const MOST_IN_CELL = 32_767;

/** Makes a workbook from plain sheets. The same sheets give the same bytes. */
export async function workbookOf(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
	const { toBuffer } = writeExcelFile(
		sheets.map(({ name, head, rows, widths }) => ({
			sheet: name.replace(/[\\/*?:[\]]/g, ' ').slice(0, LONGEST_NAME),
			data: [head.map((value): Cell => ({ value, type: String, fontWeight: 'bold' })), ...rows.map((row): Row => row.map(cell))],
			columns: widths.map((width) => ({ width })),
			stickyRowsCount: 1,
		})),
	);
	return withoutTime(new Uint8Array(await toBuffer()));
}

function cell(value: string | number | null): Cell {
	if (value === null || value === '') return null;
	return typeof value === 'number' ? { value, type: Number } : { value: inCell(value), type: String };
}

// A cell holds no more (ECMA-376, part 1, 18.18.73), and XML no sign of these; "_x0041_" would be read as the letter it numbers.
function inCell(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
		.slice(0, MOST_IN_CELL)
		.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function withoutTime(zipped: Uint8Array): Uint8Array {
	const files = Object.entries(unzipSync(zipped)).sort(([a], [b]) => (a < b ? -1 : 1));
	const settled = files.map(([name, bytes]) => [name, name === 'docProps/core.xml' ? withoutDates(bytes) : bytes] as const);
	return zipSync(Object.fromEntries(settled), { mtime: ALWAYS, level: 6 });
}

function withoutDates(bytes: Uint8Array): Uint8Array {
	return strToU8(new TextDecoder().decode(bytes).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2000-01-01T00:00:00Z'));
}
