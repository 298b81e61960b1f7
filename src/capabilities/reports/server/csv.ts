import type { PlainSheet } from './workbook.ts';

const MARK_OF_UTF8 = '\uFEFF';

/**
 * Makes the CSV of a sheet as spreadsheets of French offices open it: semicolons, UTF-8 with its mark, lines ended by CR LF.
 * A text that a spreadsheet would carry out (it begins with =, +, -, @ or a tab) is led by an apostrophe.
 */
export function csvOf({ head, rows }: Pick<PlainSheet, 'head' | 'rows'>): string {
	const lines = [head, ...rows].map((row) => row.map(cell).join(';'));
	return `${MARK_OF_UTF8}${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
