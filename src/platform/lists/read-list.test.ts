import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { aWorkbook, bytesIn } from './builders.ts';
import { MOST_LINES, type ListSheet, type ReadList } from './list.ts';
import { readList } from './read-list.ts';

async function listOf(text: string | Uint8Array): Promise<ReadList> {
	const list = await readList(typeof text === 'string' ? bytesIn('utf-8', text) : text, 'liste.csv');
	if (isRefusal(list)) throw new Error(list.key);
	return list;
}

async function sheetOf(text: string | Uint8Array): Promise<ListSheet> {
	const [sheet] = (await listOf(text)).sheets;
	if (!sheet) throw new Error('No sheet');
	return sheet;
}

const cellsOf = ({ rows }: ListSheet) => rows.map(({ cells }) => cells);

describe('a separated list', () => {
	it('is read whatever its separator, with the number of each line in the file', async () => {
		for (const separator of [';', ',', '\t', '|']) {
			const sheet = await sheetOf([`Nom${separator}Femmes`, `Urumuri${separator}12`, '', `Imbuto${separator}9`].join('\r\n'));
			expect(sheet).toMatchObject({
				head: ['Nom', 'Femmes'],
				rows: [
					{ number: 2, cells: ['Urumuri', '12'] },
					{ number: 4, cells: ['Imbuto', '9'] },
				],
			});
			expect(sheet.left).toEqual([{ number: 3, cells: [''], why: 'empty' }]);
		}
	});

	it('keeps the numbers of lines after a cell of several lines', async () => {
		const sheet = await sheetOf('Nom;Tél\nUrumuri;"71 00 00 00\n72 00 00 00"\nImbuto;79 00 00 00\n');
		expect(sheet.rows.map(({ number }) => number)).toEqual([2, 4]);
		expect(sheet.rows[0]?.cells[1]).toBe('71 00 00 00\n72 00 00 00');
	});

	it('obeys the separator that Excel writes in a first line of its own', async () => {
		expect(await sheetOf('sep=;\nNom;Lieu\nUrumuri;Gitega, Giheta\n')).toMatchObject({ head: ['Nom', 'Lieu'], rows: [{ number: 3 }] });
	});

	it('loses no line after a quote that is never closed', async () => {
		const sheet = await sheetOf('Nom;Femmes\n"Les Amis;3\nUrumuri;12\n"Imbuto";9\n');
		expect(cellsOf(sheet)).toEqual([
			['"Les Amis', '3'],
			['Urumuri', '12'],
			['Imbuto', '9'],
		]);
	});

	it('drops marks that cannot be seen and keeps everything that can', async () => {
		const sheet = await sheetOf('Nom;Note\nUru\u200fmuri;a\u00a0b\u202f: <c>\n');
		expect(cellsOf(sheet)).toEqual([['Urumuri', 'a b : <c>']]);
	});
});

describe('the letters of a list', () => {
	const text = 'Nom;Thème\nÉglise « Œuvre »;Éthique\n';

	it.each(['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252'] as const)('are the same from %s', async (encoding) => {
		const list = await listOf(bytesIn(encoding, text));
		expect(list.mended).toBe(false);
		expect(list.sheets[0]).toMatchObject({ head: ['Nom', 'Thème'], rows: [{ cells: ['Église « Œuvre »', 'Éthique'] }] });
	});

	it('are put right line by line when two encodings are mixed, and it is said', async () => {
		const bytes = Buffer.concat([bytesIn('windows-1252', 'Nom;Thème\nÉlan;Santé\n'), bytesIn('utf-8', 'Créer;Éthique\n')]);
		const list = await listOf(bytes);
		expect(list).toMatchObject({ encoding: 'mixed', mended: true });
		expect(cellsOf(list.sheets[0] as ListSheet)).toEqual([
			['Élan', 'Santé'],
			['Créer', 'Éthique'],
		]);
	});

	it('come back when they were converted once too often, or twice', async () => {
		const once = (word: string) => [...bytesIn('utf-8', word)].map((byte) => String.fromCharCode(byte)).join('');
		const list = await listOf(`Nom;Lieu\nRedevabilit${once('é')};L${'\u00e2\u20ac\u2122'}eau ${once(once('à'))} Gitega\n`);
		expect(list.mended).toBe(true);
		expect(cellsOf(list.sheets[0] as ListSheet)).toEqual([['Redevabilité', 'L’eau à Gitega']]);
	});

	it('are left alone where capitals stand before a closing mark in Windows-1252', async () => {
		const list = await listOf(bytesIn('windows-1252', 'Nom;Lieu\n«CAFÉ»;Gitega\n'));
		expect(list).toMatchObject({ encoding: 'windows-1252', mended: false });
		expect(cellsOf(list.sheets[0] as ListSheet)).toEqual([['«CAFÉ»', 'Gitega']]);
	});
});

describe('the head of a list', () => {
	it('is found under titles, which are kept', async () => {
		const sheet = await sheetOf('Liste des OSC;;\nProvince :;Gitega;\n;;\nNom;Commune;Femmes\nUrumuri;Giheta;12\nImbuto;Itaba;9\n');
		expect(sheet).toMatchObject({ head: ['Nom', 'Commune', 'Femmes'], rows: [{ number: 5 }, { number: 6 }] });
		expect(sheet.preamble.map(([first]) => first)).toEqual(['Liste des OSC', 'Province :']);
	});

	it('of two rows becomes one, each part under its group', async () => {
		const sheet = await sheetOf('Nom;Membres;;Tél\n;Femmes;Hommes;\nUrumuri;12;3;71000000\nImbuto;9;4;72000000\n');
		expect(sheet.head).toEqual(['Nom', 'Membres / Femmes', 'Membres / Hommes', 'Tél']);
		expect(cellsOf(sheet)).toHaveLength(2);
	});

	it('is a row of its own even when a column of it has no name', async () => {
		const sheet = await sheetOf('Nom;;Commune\nUrumuri;ASBL;Giheta\nImbuto;ASBL;Itaba\n');
		expect(cellsOf(sheet)).toHaveLength(2);
	});

	it('may be missing: then no row is lost to it', async () => {
		const sheet = await sheetOf('12;71000000;13/03/2014\n9;72000000;14/03/2014\n');
		expect(sheet.head).toEqual(['', '', '']);
		expect(cellsOf(sheet)).toHaveLength(2);
	});

	it('bears HXL tags under it, even where their sign was lost', async () => {
		expect(await sheetOf('Nom,Province\n#org+name, #ADM1 +name\nUrumuri,Gitega\n')).toMatchObject({
			head: ['Nom', 'Province'],
			tags: ['#org+name', '#adm1+name'],
		});
		expect((await sheetOf('Nom,Province\norg+name,adm1+name\nUrumuri,Gitega\n')).tags).toEqual(['#org+name', '#adm1+name']);
	});
});

describe('rows that are passed over', () => {
	it('are totals and repeated heads, and stay readable', async () => {
		const sheet = await sheetOf('Nom;Commune;Femmes\nUrumuri;Giheta;12\nS/Total Gitega;;12\nNOM;COMMUNE;FEMMES\nImbuto;Itaba;9\n;TOTAL GÉNÉRAL;21\n');
		expect(cellsOf(sheet)).toEqual([
			['Urumuri', 'Giheta', '12'],
			['Imbuto', 'Itaba', '9'],
		]);
		expect(sheet.left.map(({ number, why, cells }) => [number, why, cells[0]])).toEqual([
			[3, 'total', 'S/Total Gitega'],
			[4, 'repeated-head', 'NOM'],
			[6, 'total', ''],
		]);
	});

	it('are never an organisation whose name begins like a sum', async () => {
		expect(cellsOf(await sheetOf('Nom;Commune;Femmes\nTotal Espoir;Giheta;12\nImbuto;Itaba;9\n'))).toHaveLength(2);
	});
});

describe('a workbook', () => {
	const text = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
	const head = `<row r="1">${text('A1', 'Nom')}${text('B1', 'Commune')}${text('C1', 'Femmes')}</row>`;

	it('gives the value stored with a formula, and numbers as they are', async () => {
		const rows = `${head}<row r="2">${text('A2', 'Urumuri')}<c r="B2" t="str"><f>UPPER("giheta")</f><v>GIHETA</v></c><c r="C2"><f>6+6</f><v>12</v></c></row>`;
		expect(cellsOf(await sheetOf(aWorkbook(rows)))).toEqual([['Urumuri', 'GIHETA', '12']]);
	});

	it('fills a commune that is merged over several rows', async () => {
		const rows = `${head}<row r="2">${text('A2', 'Urumuri')}${text('B2', 'Giheta')}<c r="C2"><v>12</v></c></row><row r="3">${text('A3', 'Imbuto')}<c r="C3"><v>9</v></c></row>`;
		const sheet = await sheetOf(aWorkbook(rows, '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'));
		expect(cellsOf(sheet)).toEqual([
			['Urumuri', 'Giheta', '12'],
			['Imbuto', 'Giheta', '9'],
		]);
	});

	it('formatted down to its last row has the rows that say something', async () => {
		const empty = Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="0"/></row>`).join('');
		const sheet = await sheetOf(aWorkbook(`${head}<row r="2">${text('A2', 'Urumuri')}</row>${empty}<row r="1048576"/>`));
		expect(sheet).toMatchObject({ rows: [{ number: 2 }], left: [] });
	});

	it('that would inflate beyond reason is refused before anything is inflated', async () => {
		const bomb = aWorkbook(head, '', { 'xl/worksheets/sheet2.xml': new Uint8Array(60 * 1024 * 1024) });
		expect(bomb.length).toBeLessThan(200_000);
		// What is packed is spoilt as well: whoever tried to inflate it would find that first.
		const spoilt = bomb.map((byte, index) => (index > 2_000 && index < bomb.length - 2_000 ? 0xff : byte));
		expect(await readList(spoilt, 'liste.xlsx')).toMatchObject({ key: 'lists.too-large-inside' });
	});

	it('that holds more than it announces is refused', async () => {
		const bomb = aWorkbook(head, '', { 'xl/worksheets/sheet2.xml': new Uint8Array(5 * 1024 * 1024) });
		expect(await readList(announcing(bomb, 5 * 1024 * 1024, 1_000), 'liste.xlsx')).toMatchObject({ key: 'lists.too-large-inside' });
	});

	it('of thousands of small files is refused', async () => {
		const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(1)]));
		expect(await readList(aWorkbook(head, '', many), 'liste.xlsx')).toMatchObject({ key: 'lists.too-large-inside' });
	});

	it('cut short anywhere is refused in a sentence, never otherwise', async () => {
		const whole = aWorkbook(head);
		for (let length = 4; length < whole.length; length += 7)
			expect(await readList(whole.subarray(0, length), 'liste.xlsx')).toMatchObject({ kind: 'refusal', key: 'lists.unreadable' });
	});
});

describe('what is no list', () => {
	it.each([
		['a PDF', '%PDF-1.7\n', 'lists.not-a-list'],
		['a web page', '  <!DOCTYPE html><table>', 'lists.not-a-list'],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'lists.not-a-list'],
		['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'lists.old-workbook'],
		['a zip of something else', zipSync({ 'word/document.xml': new Uint8Array(3) }), 'lists.not-a-list'],
		['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 0, 0]), 'lists.not-a-list'],
		['an empty file', '', 'lists.no-rows'],
		['a head alone', 'Nom;Commune\n', 'lists.no-rows'],
	])('is refused: %s', async (_, content, key) => {
		expect(await readList(typeof content === 'string' ? bytesIn('utf-8', content) : content, 'liste.csv')).toMatchObject({ kind: 'refusal', key });
	});

	it('is refused when it weighs too much or has too many lines', async () => {
		expect(await readList(new Uint8Array(9 * 1024 * 1024), 'liste.csv')).toMatchObject({ key: 'lists.too-large', params: { most: 8 } });
		const long = `Nom;Femmes\n${'Urumuri;12\n'.repeat(MOST_LINES + 1)}`;
		expect(await readList(bytesIn('utf-8', long), 'liste.csv')).toMatchObject({ key: 'lists.too-many-lines', params: { lines: MOST_LINES + 1 } });
	});
});

/** The same zip, whose directory announces another size for the file of a given size. */
function announcing(zip: Uint8Array, size: number, announced: number): Uint8Array {
	const lying = zip.slice();
	const view = new DataView(lying.buffer);
	for (let at = 0; at < lying.length - 46; at += 1)
		if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === size) view.setUint32(at + 24, announced, true);
	return lying;
}
