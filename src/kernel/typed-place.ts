import { PLACE_SCHEMES, type Place, type PlaceScheme } from './place.ts';

/** Writes a place for a form: "2025:BI101". */
export function writtenPlace({ scheme, code }: Place): string {
	return `${scheme}:${code}`;
}

/** Reads a place of a form; `undefined` when it is none. That the code exists is for the database to say. */
export function readWrittenPlace(text: string): Place | undefined {
	const [, scheme, code] = /^(\d{4}):([A-Z]{2,3}\d{1,9})$/.exec(text.trim()) ?? [];
	const isScheme = (year: string | undefined): year is PlaceScheme => PLACE_SCHEMES.includes(year as PlaceScheme);
	return isScheme(scheme) && code ? { scheme, code } : undefined;
}
