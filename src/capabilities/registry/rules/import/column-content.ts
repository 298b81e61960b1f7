import type { ImportField } from './import-fields.ts';
import { phonesIn } from './phones-in.ts';

const SHARE = 0.6;

const SIGNS: readonly (readonly [ImportField, (value: string) => boolean])[] = [
	['email', (value) => /^\S+@\S+\.\S+/.test(value)],
	['act', (value) => /\b(ord|ordonnance|n\s*°|om)\b.*\d.*\b(19|20)?\d{2}\b/i.test(value) && /\p{L}/u.test(value)],
	['place', (value) => /\b(commune|ikomine|komine)\b/i.test(value)],
	['members', (value) => /\d+\s*(f|femmes|h|hommes)\b/i.test(value)],
	['phone', (value) => /\d[\d .-]{6,}/.test(value) && !/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(value) && phonesIn(value).faults.length === 0],
];

/** What the values of a column look like, when most of them look alike; `undefined` when they do not. */
export function contentOf(values: readonly string[]): ImportField | undefined {
	if (values.length === 0) return undefined;
	return SIGNS.find(([, fits]) => values.filter(fits).length >= values.length * SHARE)?.[0];
}
