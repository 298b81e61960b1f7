import type { Totals } from '../activity-schema.ts';

type Counted = Pick<Totals, 'halfDay' | 'women' | 'men' | 'youngWomen' | 'youngMen'>;

/** Persons at a session whose names are not written: at its fullest half-day, so never more than came. */
export type CameByTotals = Readonly<{ women: number; men: number; youngWomen: number; youngMen: number }>;

/**
 * How many came to a discreet session. Takes its half-days with their numbers; returns the numbers of the fullest one: adding
 * half-days would count whoever came twice, and taking the most women of one and the most men of another nobody can check.
 */
export function cameByTotals(halfDays: readonly Counted[]): CameByTotals {
	const [fullest] = [...halfDays].sort((a, b) => b.women + b.men - (a.women + a.men) || (a.halfDay < b.halfDay ? -1 : 1));
	const { women = 0, men = 0, youngWomen = 0, youngMen = 0 } = fullest ?? {};
	return { women, men, youngWomen, youngMen };
}
