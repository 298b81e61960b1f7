import { strToU8, zipSync } from 'fflate';
import { byteOf } from './windows-1252.ts';

/** The bytes of a text in an encoding. */
export function bytesIn(encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252', text: string): Uint8Array {
	if (encoding === 'windows-1252') return Uint8Array.from([...text].map((letter) => byteOf(letter) ?? 0x3f));
	if (encoding === 'utf-8') return strToU8(text);
	if (encoding === 'utf-8 with mark') return strToU8(`\uFEFF${text}`);
	const bytes = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
	return encoding === 'utf-16le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16());
}

/** A workbook of one sheet, from the XML of its rows, what follows them, and files that lie beside. */
export function aWorkbook(rows: string, after = '', beside: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
	return zipSync({
		'[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
		'_rels/.rels': strToU8(`<Relationships xmlns="${packaged}"/>`),
		'xl/workbook.xml': strToU8(
			`<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		),
		'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`),
		...beside,
	});
}
