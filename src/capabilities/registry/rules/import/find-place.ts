import { PLACE_SCHEMES, type PlaceScheme } from '#kernel/place.ts';
import { writtenPlace } from '#kernel/typed-place.ts';
import { bareName, placesNamed, placesNear, type Gazetteer, type GazetteerPlace, type Named } from './gazetteer.ts';
import type { Suggestion } from './import-fields.ts';
import { communeOfQuarter } from './place-variants.ts';

/** What was written about a place: a commune, a province, and the division that is looked in first. */
export type Written = Readonly<{ commune: string; province: string; scheme: PlaceScheme }>;

/** The commune that was found, and how; or why none was, with those it may be. */
export type FoundPlace =
	| Readonly<{ kind: 'found'; place: GazetteerPlace; closeness: Named['closeness']; provinceKnown: boolean }>
	| Readonly<{ kind: 'unknown' | 'ambiguous' | 'contradicted' | 'province-only' | 'missing'; suggestions: readonly Suggestion[] }>;

/**
 * Finds the commune that a line names: in the wanted division, then in the other; letter for letter, then by a known spelling,
 * then by a near one. A province decides between two of one name. Of two that remain, neither is chosen.
 */
export function findPlace(gazetteer: Gazetteer, { commune, province, scheme }: Written): FoundPlace {
	const schemes = [scheme, ...PLACE_SCHEMES.filter((other) => other !== scheme)];
	const provinces = schemes.flatMap((each) => provincesNamed(gazetteer, province, each));
	if (bareName(commune) === '') return withoutCommune(gazetteer, provinces);

	const named = schemes.map((each) => placesNamed(gazetteer.communes, commune, each));
	const byCloseness = [...named.map((all) => all.filter(({ closeness }) => closeness === 'same')), ...named];
	// Nearness is for names that are nobody's: of two that exist, the near one is not what was meant.
	const near = named.flat().length > 0 ? [] : placesNear(gazetteer.communes, commune);
	const candidates = [...byCloseness, ...schemes.map((each) => near.filter(({ place }) => place.scheme === each))];
	return chosen(gazetteer, candidates, { commune, provinces, provinceSaid: bareName(province) !== '' });
}

type Said = Readonly<{ commune: string; provinces: readonly GazetteerPlace[]; provinceSaid: boolean }>;

function chosen(gazetteer: Gazetteer, groups: readonly (readonly Named[])[], said: Said): FoundPlace {
	const { commune, provinces, provinceSaid } = said;
	const all = groups.flat();
	const quarter = quarterOf(gazetteer, commune, provinces);
	if (all.length === 0) return { kind: 'unknown', suggestions: offered(quarter) };

	if (provinces.length === 0) {
		const group = groups.find((one) => one.length > 0) ?? [];
		const doubtful = group.length > 1 || quarter.length > 0;
		return doubtful ? { kind: 'ambiguous', suggestions: offered([...group.map(placeOf), ...quarter]) } : found(group, !provinceSaid);
	}
	const inside = groups.map((group) => group.filter(({ place }) => provinces.some((one) => isIn(place, one)))).find((group) => group.length > 0);
	if (!inside) return { kind: 'contradicted', suggestions: offered([...quarter, ...all.map(placeOf)]) };
	return inside.length > 1 ? { kind: 'ambiguous', suggestions: offered(inside.map(placeOf)) } : found(inside, true);
}

function found([one]: readonly Named[], provinceKnown: boolean): FoundPlace {
	if (!one) return { kind: 'unknown', suggestions: [] };
	return { kind: 'found', place: one.place, closeness: one.closeness, provinceKnown };
}

// "Bujumbura" alone was the capital or the province around it, and is a province of the new division.
function provincesNamed(gazetteer: Gazetteer, province: string, scheme: PlaceScheme): readonly GazetteerPlace[] {
	const words = bareName(province);
	if (words === 'bujumbura' && scheme === '2017')
		return gazetteer.provinces.map(placeOf).filter(({ scheme: own, name }) => own === '2017' && name.startsWith('Bujumbura'));
	const named = placesNamed(gazetteer.provinces, province, scheme);
	const near = named.length > 0 ? named : placesNear(gazetteer.provinces, province).filter(({ place }) => place.scheme === scheme);
	return near.map(placeOf);
}

function withoutCommune(gazetteer: Gazetteer, provinces: readonly GazetteerPlace[]): FoundPlace {
	const [province] = provinces;
	if (!province) return { kind: 'missing', suggestions: [] };
	return { kind: 'province-only', suggestions: offered(gazetteer.communes.map(placeOf).filter((place) => isIn(place, province))) };
}

// A quarter of the capital bears the name of a commune elsewhere: Kanyosha, Cibitoke.
function quarterOf(gazetteer: Gazetteer, commune: string, provinces: readonly GazetteerPlace[]): readonly GazetteerPlace[] {
	const around = communeOfQuarter(bareName(commune));
	const urban = around === undefined ? [] : PLACE_SCHEMES.flatMap((scheme) => placesNamed(gazetteer.communes, around, scheme)).map(placeOf);
	return provinces.length === 0 ? urban : urban.filter((place) => provinces.some((one) => isIn(place, one)));
}

function isIn(place: GazetteerPlace, province: GazetteerPlace): boolean {
	return place.scheme === province.scheme && place.provinceCode === province.code;
}

function placeOf({ place }: Readonly<{ place: GazetteerPlace }>): GazetteerPlace {
	return place;
}

function offered(places: readonly GazetteerPlace[]): readonly Suggestion[] {
	const unique = new Map(
		places.map(({ scheme, code, name, provinceName }) => [writtenPlace({ scheme, code }), `${name} (${provinceName}, ${scheme})`]),
	);
	return [...unique].map(([value, label]) => ({ value, label }));
}
