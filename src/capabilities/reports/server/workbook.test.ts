import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { workbookOf } from './workbook.ts';

const sheet = {
	name: 'Personnes [2026]: «tous/toutes»',
	head: ['Nom', 'Jours'],
	rows: [
		['=HYPERLINK("http://mal.invalid","cliquez")', 3],
		['+257 79 00 00 00', 0],
		['Barampama Agnès', null],
	],
	widths: [30, 8],
} as const;

describe('the workbook', () => {
	it('is the same file, to the byte, when it is made again later', async () => {
		const first = await workbookOf([sheet]);
		await new Promise((resolve) => setTimeout(resolve, 2_100));
		expect(Buffer.from(await workbookOf([sheet])).equals(Buffer.from(first))).toBe(true);
	});

	it('keeps what people typed as text, never as a formula', async () => {
		const bytes = await workbookOf([sheet]);
		const xml = Object.entries(unzipSync(bytes))
			.filter(([name]) => name.startsWith('xl/worksheets'))
			.map(([, file]) => strFromU8(file))
			.join('');
		expect(xml).not.toMatch(/<f[ >]/);
		const rows = (await readExcelFile(Buffer.from(bytes)))[0]?.data ?? [];
		expect(rows[1]).toEqual(['=HYPERLINK("http://mal.invalid","cliquez")', 3]);
		expect(rows[2]).toEqual(['+257 79 00 00 00', 0]);
	});

	it('leaves out signs that no spreadsheet can hold, and what is longer than a cell', async () => {
		const rows = [['avant\u0000\u0001après', 1] as const, ['_x0041_', 2] as const, ['mu'.repeat(40_000), 3] as const];
		const read = (await readExcelFile(Buffer.from(await workbookOf([{ ...sheet, rows }]))))[0]?.data ?? [];
		expect(read[1]).toEqual(['avantaprès', 1]);
		expect(read[2]).toEqual(['_x0041_', 2]);
		expect(String(read[3]?.[0])).toHaveLength(32_767);
	});
});
