/** Points before and after of one person; one of them may be missing. */
export type Pair = Readonly<{ before: number | null; after: number | null }>;

/** Some points: how many papers, their mean, their standard deviation (of a sample; none for one paper), their median. */
export type Spread = Readonly<{ papers: number; mean: number; deviation: number | null; median: number }>;

/** What a test says: points before and after, and the gain of those who wrote both, with its dispersion and who gained or lost. */
export type Gain = Readonly<{ before: Spread | null; after: Spread | null; both: Spread | null; up: number; same: number; down: number }>;

/** The spread of some points; `null` of none. */
export function spreadOf(points: readonly number[]): Spread | null {
	if (points.length === 0) return null;
	const sorted = [...points].sort((a, b) => a - b);
	const mean = points.reduce((sum, each) => sum + each, 0) / points.length;
	const squares = points.reduce((sum, each) => sum + (each - mean) ** 2, 0);
	const middle = Math.floor(sorted.length / 2);
	const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
	return { papers: points.length, mean, deviation: points.length > 1 ? Math.sqrt(squares / (points.length - 1)) : null, median: median ?? 0 };
}

/**
 * The gain between two tests. Takes each person's points and the points on papers without names; the gain is of those whose two
 * papers are known to be one person's: two means of different people are not a gain.
 */
export function gainOf(pairs: readonly Pair[], papers: Readonly<{ before: readonly number[]; after: readonly number[] }>): Gain {
	const known = (moment: 'before' | 'after') => pairs.flatMap((pair) => pair[moment] ?? []);
	const gains = pairs.flatMap(({ before, after }) => (before === null || after === null ? [] : [after - before]));
	return {
		before: spreadOf([...known('before'), ...papers.before]),
		after: spreadOf([...known('after'), ...papers.after]),
		both: spreadOf(gains),
		up: gains.filter((gain) => gain > 0).length,
		same: gains.filter((gain) => gain === 0).length,
		down: gains.filter((gain) => gain < 0).length,
	};
}

/** How many papers have each number of points, from 0 to the most: what a chart of the dispersion draws. */
export function countsOf(points: readonly number[], outOf: number): readonly number[] {
	return Array.from({ length: outOf + 1 }, (_, at) => points.filter((each) => each === at).length);
}
