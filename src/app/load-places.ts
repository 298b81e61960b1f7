import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';

const FOLDER = 'programmes/places';

/** Loads the two divisions of the country and the crosswalk between them, where they are missing. Takes the owner's connections and the project's folder. */
export async function loadPlaces(owner: Pool, root: string): Promise<void> {
	const { rows } = await owner.query<{ loaded: boolean }>('select exists (select 1 from programme.crosswalk) as loaded');
	if (rows[0]?.loaded) return;
	const places = [
		...read(root, 'provinces-2017').map((row) => ({
			scheme: '2017',
			code: row['pcode'],
			level: 'province',
			name: row['name'],
			province_code: row['pcode'],
		})),
		...read(root, 'communes-2017').map((row) => ({
			scheme: '2017',
			code: row['pcode_2017'],
			level: 'commune',
			name: row['name'],
			province_code: row['province_pcode'],
		})),
		...read(root, 'provinces-2025').map((row) => ({
			scheme: '2025',
			code: row['pcode_cod_v02'],
			level: 'province',
			name: row['name'],
			province_code: row['pcode_cod_v02'],
		})),
		...read(root, 'communes-2025').map((row) => ({
			scheme: '2025',
			code: row['pcode_cod_v02'],
			level: 'commune',
			name: row['name'],
			province_code: row['province_pcode'],
		})),
	].map((place) => ({
		...place,
		valid_from: place.scheme === '2025' ? '2025-06-05' : '2015-03-26',
		valid_to: place.scheme === '2025' ? null : '2025-06-04',
	}));
	await owner.query('insert into programme.places select * from jsonb_populate_recordset(null::programme.places, $1) on conflict do nothing', [
		JSON.stringify(places),
	]);
	const links = read(root, 'commune-mapping-2017-2025').map((row) => ({
		code_2017: row['pcode_2017'],
		code_2025: row['pcode_2025'],
		share: row['share_of_2017_commune_area_approx'],
	}));
	await owner.query('insert into programme.crosswalk select * from jsonb_populate_recordset(null::programme.crosswalk, $1) on conflict do nothing', [
		JSON.stringify(links),
	]);
}

// These are our own lists: a comma parts the cells, quotes hold a cell together, no cell has two lines.
function read(root: string, name: string): readonly Record<string, string>[] {
	const lines = readFileSync(join(root, FOLDER, `${name}.csv`), 'utf8')
		.trim()
		.split(/\r?\n/);
	const [head, ...rows] = lines.map((line) =>
		[...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, line.split(',').length).map(([, raw, quoted]) => quoted ?? raw ?? ''),
	);
	return rows.map((cells) => Object.fromEntries((head ?? []).map((column, at) => [column, cells[at] ?? ''])));
}
