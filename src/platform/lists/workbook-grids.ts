import { strFromU8, strToU8, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { cleanCell } from './clean-cell.ts';
import type { Grid, ListRow } from './list.ts';
import { mergedDown, type MergedDown } from './merged-cells.ts';
import { zipEntries } from './zip-entries.ts';

type Value = string | number | boolean | Date | null;

const WORKBOOK = 'xl/workbook.xml';

/**
 * The sheets of an XLSX file as rows of text: a date is dd/mm/yyyy, a formula the value stored with it, and a cell merged over
 * several rows stands in each of them. Refuses what is no workbook, and one that would inflate beyond reason.
 */
export async function workbookGrids(bytes: Uint8Array): Promise<readonly Grid[] | Refusal> {
	const parts = zipEntries(bytes, (name) => /\.(xml|rels)$/i.test(name) && !/drawing|theme|docProps/i.test(name));
	if (isRefusal(parts)) return parts;
	if (!parts.has(WORKBOOK)) return refuse('lists.not-a-list');

	// Zipped again without being packed, so that what reads it inflates nothing that was not measured.
	const shorter = [...parts].map(([name, part]) => [name, name.startsWith('xl/worksheets/') ? withoutEmptyEnd(part) : part] as const);
	const measured = zipSync(Object.fromEntries(shorter), { level: 0 });
	try {
		const sheets = await readWorkbook(measured.slice().buffer, { trim: false });
		return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data as Value[][], mergedDown(parts, sheet)) }));
	} catch {
		return refuse('lists.unreadable');
	}
}

// A sheet that was formatted down to its last row has a million rows without a value.
function withoutEmptyEnd(sheet: Uint8Array): Uint8Array {
	const xml = strFromU8(sheet);
	const lastValue = Math.max(xml.lastIndexOf('</v>'), xml.lastIndexOf('</is>'));
	const [rowEnd, end] = [xml.indexOf('</row>', lastValue), xml.indexOf('</sheetData>')];
	return lastValue < 0 || rowEnd < 0 || end < rowEnd ? sheet : strToU8(xml.slice(0, rowEnd) + '</row>' + xml.slice(end));
}

function rowsOf(data: readonly (readonly Value[])[], merged: readonly MergedDown[]): readonly ListRow[] {
	const cells = data.map((row) => row.map((value) => cleanCell(written(value))));
	for (const { from, to, column } of merged)
		for (let row = from + 1; row <= Math.min(to, cells.length - 1); row += 1) {
			const line = cells[row];
			if (line && column < line.length && line[column] === '') line[column] = cells[from]?.[column] ?? '';
		}
	return cells.map((row, index) => ({ number: index + 1, cells: row }));
}

function written(value: Value): string {
	if (value === null) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('/');
	// As Excel in French shows them.
	if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
	return String(value);
}
