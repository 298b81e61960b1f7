import type { Place, PlaceScheme } from '#kernel/place.ts';

/** Two communes, one of each division, that have land in common. */
export type Crossing = Readonly<{ code2017: string; code2025: string }>;

/** For each place of the other division, the commune of this one in which the whole of it lies; a place that was cut is not in it. */
export type WholeCommunes = ReadonlyMap<string, string>;

/**
 * Which communes of the other division lie whole in one commune of this one. An old commune that was cut has several lines in the
 * crosswalk; a new commune made of several old ones does not say in which of them something happens. Neither is guessed.
 */
export function wholeCommunesIn(scheme: PlaceScheme, crossings: readonly Crossing[]): WholeCommunes {
	const pairs = crossings.map(({ code2017, code2025 }) => (scheme === '2025' ? ([code2017, code2025] as const) : ([code2025, code2017] as const)));
	const found = new Map<string, string[]>();
	for (const [there, here] of pairs) found.set(there, [...(found.get(there) ?? []), here]);
	return new Map([...found].flatMap(([there, [here = '', ...others]]) => (others.length === 0 ? [[there, here] as const] : [])));
}

/** The commune of a division that stands for a place told in either; `undefined` when the place does not say in which it is. */
export function communeFor({ scheme, code }: Place, shown: PlaceScheme, whole: WholeCommunes): string | undefined {
	return scheme === shown ? code : whole.get(code);
}

/** All places told in either division for which a commune of this one stands, itself first. */
export function placesStoodFor({ scheme, code }: Place, whole: WholeCommunes): readonly Place[] {
	const other: PlaceScheme = scheme === '2025' ? '2017' : '2025';
	return [{ scheme, code }, ...[...whole].flatMap(([there, here]) => (here === code ? [{ scheme: other, code: there }] : []))];
}
