import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { bytesIn } from './builders.ts';
import { readList } from './read-list.ts';

// Small who-does-what-where sheets of HXLStandard/libhxl-python (tests/files, public domain), which are not ours to keep: where the folder
// is missing, as in a clone, lists of our own in the same awkward shapes are read in its place.
const SAMPLES = join(import.meta.dirname, '../../../../shared/samples/hxl-3w-samples');
const here = existsSync(SAMPLES);

// File, encoding, rows of each sheet, the head of its column of organisations (or of its first), whether it bears tags.
type Expected = readonly [file: string, encoding: string, rows: readonly number[], head: string, tagged: boolean];
const GROUPED = 'Quién? / Organización';
const EXPECTED: readonly Expected[] = [
	['input-date.csv', 'utf-8', [8], 'Organización', true],
	['input-fuzzy.csv', 'utf-8', [4], GROUPED, true],
	['input-invalid.csv', 'utf-8', [4], GROUPED, true],
	['input-merged.xlsx', 'utf-8', [4], `¿${GROUPED}`, true],
	['input-multiline.csv', 'utf-8', [1], '#description', true],
	['input-multiple-headers.csv', 'utf-8', [2], 'Org', true],
	['input-quality.xlsx', 'utf-8', [4, 4], `¿${GROUPED}`, false],
	['input-status.csv', 'utf-8', [8], 'Organización', true],
	['input-untagged.csv', 'utf-8', [4], `¿${GROUPED}`, false],
	['input-valid-latin1.csv', 'windows-1252', [4], GROUPED, true],
	['input-valid.csv', 'utf-8', [4], `¿${GROUPED}`, true],
	['input-valid.tsv', 'utf-8', [4], GROUPED, true],
	['input-valid.xlsx', 'utf-8', [4], `¿${GROUPED}`, true],
	['input-whitespace.csv', 'utf-8', [8], 'Organización', true],
	['wide-tagging-test.csv', 'utf-8', [1], 'cod_wardsr', false],
];
const TABLE =
	'Qué?,,,Quién?\nRegistro,Sector,Subsector,Organización\n,#sector+es,#subsector+es,#org+es\n001,WASH,Higiene,ACNUR\n002,Salud,Vacunación,OMS\n';
const OWN: readonly (readonly [...Expected, Uint8Array])[] = [
	['grouped.csv', 'utf-8', [2], GROUPED, true, bytesIn('utf-8', TABLE)],
	['grouped-latin1.csv', 'windows-1252', [2], GROUPED, true, bytesIn('windows-1252', TABLE)],
	['grouped.tsv', 'utf-8', [2], GROUPED, true, bytesIn('utf-8', TABLE.replaceAll(',', '\t'))],
	['untagged.csv', 'utf-8', [2], GROUPED, false, bytesIn('utf-8', TABLE.replace(/^,#.*\n/m, ''))],
	['multiline.csv', 'utf-8', [1], '#description', true, bytesIn('utf-8', '#description\n"Line 1\nLine 2"\r\n')],
	['titled.csv', 'utf-8', [1], 'Org', true, bytesIn('utf-8', 'Junk,Junk\nOrg,Province\n#org,#adm1\nOrg X,Coast\n')],
];
const samples = here ? EXPECTED.map((one) => [...one, readFileSync(join(SAMPLES, one[0]))] as const) : OWN;

describe(here ? 'the samples of other programmes' : 'our own lists in the shapes of the samples, which are not here', () => {
	it.each(samples)('are read: %s', async (file, ...[encoding, rows, head, tagged, bytes]) => {
		const list = await readList(bytes, file);
		if (isRefusal(list)) throw new Error(`${file}: ${list.key}`);
		expect(list).toMatchObject({ encoding, mended: false, kind: file.endsWith('.xlsx') ? 'xlsx' : 'csv' });
		expect(list.sheets.map((sheet) => sheet.rows.length)).toEqual(rows);
		expect(list.sheets[0]?.head).toContain(head);
		expect(list.sheets[0]?.tags !== undefined).toBe(tagged);
		expect(list.sheets.flatMap(({ left }) => left)).toEqual([]);
	});
});
