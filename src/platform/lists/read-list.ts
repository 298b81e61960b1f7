import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { decode } from './decoding.ts';
import { sheetOf } from './head-of-sheet.ts';
import { kindOfFile } from './kind-of-file.ts';
import { MOST_BYTES, MOST_LINES, type Grid, type ReadList } from './list.ts';
import { separatedRows } from './separated.ts';
import { workbookGrids } from './workbook-grids.ts';

/**
 * Reads a list as it comes, CSV or XLSX, in any encoding and with any separator, into a head and rows of text.
 * Takes the bytes and the name of the file. Refuses what is too large, what is no list, and a list without rows.
 */
export async function readList(bytes: Uint8Array, fileName: string): Promise<ReadList | Refusal> {
	if (bytes.length > MOST_BYTES) return refuse('lists.too-large', { most: MOST_BYTES / 1024 / 1024 });
	const kind = kindOfFile(bytes);
	if (isRefusal(kind)) return kind;
	return kind === 'xlsx' ? readWorkbook(bytes) : readSeparated(bytes, fileName);
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadList | Refusal> {
	const grids = await workbookGrids(bytes);
	return isRefusal(grids) ? grids : listOf({ kind: 'xlsx', encoding: 'utf-8', mended: false, separator: undefined }, grids);
}

function readSeparated(bytes: Uint8Array, fileName: string): ReadList | Refusal {
	const { text, encoding, mended } = decode(bytes);
	// No spreadsheet writes this sign into a text: the file is something else under a borrowed name.
	if (text.includes('\0')) return refuse('lists.not-a-list');
	const { separator, rows } = separatedRows(text);
	return listOf({ kind: 'csv', encoding, mended, separator }, [{ name: fileName.replace(/\.[^.]*$/, ''), rows }]);
}

function listOf(found: Omit<ReadList, 'sheets'>, grids: readonly Grid[]): ReadList | Refusal {
	const sheets = grids.map(sheetOf).filter(({ rows }) => rows.length > 0);
	const lines = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
	if (lines === 0) return refuse('lists.no-rows');
	return lines > MOST_LINES ? refuse('lists.too-many-lines', { most: MOST_LINES, lines }) : { ...found, sheets };
}
