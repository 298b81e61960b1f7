import { sql } from 'kysely';
import type { Place, PlaceScheme } from '#kernel/place.ts';
import { writtenPlace } from '#kernel/typed-place.ts';
import type { Reading } from '#platform/reading/reading.ts';

/** A commune or a province, with the name of its province: two communes of one name differ by it. */
export type NamedPlace = Readonly<{ scheme: PlaceScheme; code: string; name: string; level: 'province' | 'commune'; province: string }>;

/** Two communes, one of each division, that have land in common. */
export type Crossing = Readonly<{ code2017: string; code2025: string }>;

const MOST_FOUND = 8;

/** Finds communes by a few letters of their name, forgiving accents and spelling; the nearest first. */
export async function searchCommunes(reading: Reading, scheme: PlaceScheme, letters: string): Promise<readonly NamedPlace[]> {
	const { rows } = await sql<NamedPlace>`
		select p.scheme, p.code, p.name, p.level, v.name as province from programme.places p
		join programme.places v on v.scheme = p.scheme and v.code = p.province_code
		where p.scheme = ${scheme} and p.level = 'commune'
			and (words.plain(p.name) like words.plain(${letters}) || '%' or words.similarity(words.plain(p.name), words.plain(${letters})) > 0.3)
		order by words.plain(p.name) like words.plain(${letters}) || '%' desc, words.similarity(words.plain(p.name), words.plain(${letters})) desc, p.name
		limit ${MOST_FOUND}`.execute(reading);
	return rows;
}

/** All communes of a division by province, then name: what a list without script chooses from. */
export async function listCommunes(reading: Reading, scheme: PlaceScheme): Promise<readonly NamedPlace[]> {
	const { rows } = await sql<NamedPlace>`
		select p.scheme, p.code, p.name, p.level, v.name as province from programme.places p
		join programme.places v on v.scheme = p.scheme and v.code = p.province_code
		where p.scheme = ${scheme} and p.level = 'commune' order by v.name, p.name`.execute(reading);
	return rows;
}

/** The provinces of a division, by name. */
export async function listProvinces(reading: Reading, scheme: PlaceScheme): Promise<readonly NamedPlace[]> {
	const { rows } =
		await sql<NamedPlace>`select scheme, code, name, level, name as province from programme.places where scheme = ${scheme} and level = 'province' order by name`.execute(
			reading,
		);
	return rows;
}

/** The names of some places, by their written form ("2025:BI101"). */
export async function placeNames(
	reading: Reading,
	places: readonly Readonly<{ placeScheme: PlaceScheme; placeCode: string }>[],
): Promise<Readonly<Record<string, string>>> {
	const written = [...new Set(places.map(({ placeScheme: scheme, placeCode: code }) => writtenPlace({ scheme, code })))];
	const { rows } = await sql<{ place: string; name: string }>`
		select scheme || ':' || code as place, name from programme.places where scheme || ':' || code = any (${written}::text[])`.execute(reading);
	return Object.fromEntries(rows.map(({ place, name }) => [place, name]));
}

/** A place of either division with its province, as misspelt names are compared with it. */
export type GazetteerRow = Readonly<{
	scheme: PlaceScheme;
	code: string;
	name: string;
	level: 'province' | 'commune';
	provinceCode: string;
	provinceName: string;
}>;

/** All communes and provinces of both divisions. */
export async function listGazetteer(reading: Reading): Promise<readonly GazetteerRow[]> {
	const { rows } = await sql<GazetteerRow>`
		select p.scheme, p.code, p.name, p.level, p.province_code as "provinceCode", v.name as "provinceName" from programme.places p
		join programme.places v on v.scheme = p.scheme and v.code = p.province_code order by p.scheme, p.code`.execute(reading);
	return rows;
}

/** The provinces of both divisions, the newer first, by name. */
export async function listAllProvinces(reading: Reading): Promise<readonly NamedPlace[]> {
	const { rows } = await sql<NamedPlace>`
		select scheme, code, name, level, name as province from programme.places where level = 'province' order by scheme desc, name`.execute(reading);
	return rows;
}

/** The communes of a province, by name. */
export async function listCommunesIn(reading: Reading, { scheme, code }: Place): Promise<readonly NamedPlace[]> {
	const { rows } = await sql<NamedPlace>`
		select p.scheme, p.code, p.name, p.level, v.name as province from programme.places p
		join programme.places v on v.scheme = p.scheme and v.code = p.province_code
		where p.scheme = ${scheme} and p.level = 'commune' and p.province_code = ${code} order by p.name`.execute(reading);
	return rows;
}

/** Which communes of one division have land in which of the other. */
export async function listCrossings(reading: Reading): Promise<readonly Crossing[]> {
	const { rows } = await sql<Crossing>`select code_2017 as "code2017", code_2025 as "code2025" from programme.crosswalk`.execute(reading);
	return rows;
}
