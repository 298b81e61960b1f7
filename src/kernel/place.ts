/** The two divisions of the country: 18 provinces and 119 communes until 2025, 5 and 42 since (loi organique 1/05 of 16 March 2023). */
export const PLACE_SCHEMES = ['2017', '2025'] as const;
export type PlaceScheme = (typeof PLACE_SCHEMES)[number];

/** A place by its division and its code in it. A name is never a key: names repeat, and the 2025 communes reuse older ones. */
export type Place = Readonly<{ scheme: PlaceScheme; code: string }>;

/** The division in force on a day: the new one took effect with the elections of 5 June 2025. */
export function schemeOn(day: string): PlaceScheme {
	return day < '2025-06-05' ? '2017' : '2025';
}
