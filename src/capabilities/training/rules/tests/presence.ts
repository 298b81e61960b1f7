import { wasThere } from '../half-days.ts';

/** The least share of half-days that earns a certificate: four fifths, as training centres ask. */
export const LEAST_PRESENCE = 0.8;

/** The share of a session's half-days at which a person was there, on time or late: 0 to 1. */
export function presenceOf(halfDays: readonly string[], marks: Readonly<Record<string, string>>): number {
	if (halfDays.length === 0) return 0;
	return halfDays.filter((halfDay) => wasThere(marks[halfDay] ?? '')).length / halfDays.length;
}

/** Whether a presence earns a certificate. */
export function earnsCertificate(presence: number): boolean {
	// A share of a whole number of half-days: the nearest thousandth keeps 4 of 5 from falling below by a rounding.
	return Math.round(presence * 1000) >= LEAST_PRESENCE * 1000;
}
