import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import type { GazetteerPlace } from '../../src/capabilities/registry/rules/import/gazetteer.ts';

const FOLDER = join(import.meta.dirname, '../../programmes/places');

/** All communes and provinces of both divisions, as the program's tables hold them. */
export function everyPlace(): readonly GazetteerPlace[] {
	return [
		...read('provinces-2017').map((row) => province('2017', row['pcode'] ?? '', row)),
		...read('provinces-2025').map((row) => province('2025', row['pcode_cod_v02'] ?? '', row)),
		...read('communes-2017').map((row) => commune('2017', row['pcode_2017'] ?? '', row)),
		...read('communes-2025').map((row) => commune('2025', row['pcode_cod_v02'] ?? '', row)),
	];
}

type Row = Readonly<Record<string, string>>;

function province(scheme: GazetteerPlace['scheme'], code: string, { name = '' }: Row): GazetteerPlace {
	return { scheme, code, name, provinceCode: code, provinceName: name, level: 'province' };
}

function commune(scheme: GazetteerPlace['scheme'], code: string, row: Row): GazetteerPlace {
	return { scheme, code, name: row['name'] ?? '', provinceCode: row['province_pcode'] ?? '', provinceName: row['province'] ?? '', level: 'commune' };
}

function read(name: string): readonly Row[] {
	return papaparse.parse<Row>(readFileSync(join(FOLDER, `${name}.csv`), 'utf8'), { header: true, skipEmptyLines: true }).data;
}
