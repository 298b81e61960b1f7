import type { PlaceScheme } from '#kernel/place.ts';
import { editDistance } from './edit-distance.ts';
import { variantOf } from './place-variants.ts';
import { plainWords } from './plain-words.ts';

/** A commune or a province of one of the two divisions, as the programme's tables hold it. */
export type GazetteerPlace = Readonly<{
	scheme: PlaceScheme;
	code: string;
	name: string;
	provinceCode: string;
	provinceName: string;
	level: 'province' | 'commune';
}>;

/** How close a name is to the one it was found by: letter for letter but for accents, by a known spelling, or nearly. */
export type Closeness = 'same' | 'variant' | 'near';
export type Named = Readonly<{ place: GazetteerPlace; closeness: Closeness }>;

type Entry = Readonly<{ place: GazetteerPlace; words: string; tight: string }>;

/** The places of both divisions, made ready to be searched by name many times. */
export type Gazetteer = Readonly<{ communes: readonly Entry[]; provinces: readonly Entry[] }>;

const PREFIX = /^(commune|komine|ikomine|com|province|prov|intara|mairie)( (de la|du|de|d|ya|y))? (?=\p{L})/u;

/** Makes a gazetteer of a list of places, once for all the lines of a list. */
export function gazetteerOf(places: readonly GazetteerPlace[]): Gazetteer {
	const entries = places.map((place) => ({ place, words: plainWords(place.name), tight: tight(plainWords(place.name)) }));
	return {
		communes: entries.filter(({ place }) => place.level === 'commune'),
		provinces: entries.filter(({ place }) => place.level === 'province'),
	};
}

/** The places that bear a name in one division, the closest kind of likeness only. */
export function placesNamed(entries: readonly Entry[], name: string, scheme: PlaceScheme): readonly Named[] {
	const own = entries.filter(({ place }) => place.scheme === scheme);
	const words = bareName(name);
	if (words === '') return [];
	// A list that this program wrote bears codes too.
	const same = own.filter((entry) => entry.tight === tight(words) || entry.place.code === name.trim());
	if (same.length > 0) return same.map(({ place }) => ({ place, closeness: 'same' }));
	const variant = variantOf(words);
	const varied = own.filter((entry) => variant !== undefined && entry.tight === tight(variant));
	return varied.map(({ place }) => ({ place, closeness: 'variant' }));
}

/** The places whose names are nearest to a misspelt one in both divisions, the nearest first; none when all are far. */
export function placesNear(entries: readonly Entry[], name: string): readonly Named[] {
	const word = tight(bareName(name));
	const most = word.length >= 7 ? 2 : 1;
	if (word.length < 4) return [];
	const weighed = entries.map((entry) => ({ entry, distance: editDistance(word, entry.tight, most) })).filter(({ distance }) => distance <= most);
	const nearest = Math.min(...weighed.map(({ distance }) => distance));
	return weighed.filter(({ distance }) => distance === nearest).map(({ entry }) => ({ place: entry.place, closeness: 'near' }));
}

/** A name without the word "commune" or "province" before it, in plain words. */
export function bareName(name: string): string {
	const words = plainWords(name);
	return variantOf(words) === undefined ? words.replace(PREFIX, '') : words;
}

// "Nyanza-Lac", "Nyanza Lac" and "Nyanzalac" are one name.
function tight(words: string): string {
	return words.replaceAll(' ', '');
}
