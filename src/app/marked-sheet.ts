import type { PlainSheet } from '#capabilities/reports/server/workbook.ts';

/** A sheet of invented records, as it leaves: a file travels alone, so each of its rows says that it is invented. Takes the words of the mark. */
export function marked(sheet: PlainSheet, mark: string): PlainSheet {
	return {
		...sheet,
		head: [...sheet.head, mark],
		rows: sheet.rows.map((row, at) => [...row, at === 0 ? '#meta+demonstration' : 'x']),
		widths: [...sheet.widths, 30],
	};
}
