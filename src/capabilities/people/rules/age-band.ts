/** The bands people are counted in; "unknown" is said, never guessed. */
export const AGE_BANDS = ['under-18', '18-24', '25-35', '36-49', '50-plus', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The age band of a person born in a year, at a year. */
export function ageBand(birthYear: number | null, year: number): AgeBand {
	if (birthYear === null) return 'unknown';
	const age = year - birthYear;
	if (age < 18) return 'under-18';
	if (age < 25) return '18-24';
	if (age < 36) return '25-35';
	return age < 50 ? '36-49' : '50-plus';
}
