import { countsOf, gainOf, type Gain, type Pair, type Spread } from './gain.ts';

/** How many papers have a number of points, before and after. */
export type PointsLine = Readonly<{ points: number; before: number; after: number }>;

/** What a test says on its page: the gain, each paper's points before and after, and how many papers have which. */
export type TestResults = Readonly<{ gain: Gain; before: readonly number[]; after: readonly number[]; lines: readonly PointsLine[] }>;

type Papers = Readonly<{ before: readonly number[]; after: readonly number[] }>;

/** The results of a test out of some points. Takes each person's points and those on papers without names; figures keep one decimal. */
export function testResults(pairs: readonly Pair[], papers: Papers, outOf: number): TestResults {
	const all = (moment: 'before' | 'after') => [...pairs.flatMap((pair) => pair[moment] ?? []), ...papers[moment]].sort((one, other) => one - other);
	const [before, after] = [all('before'), all('after')];
	const counted = { before: countsOf(before, outOf), after: countsOf(after, outOf) };
	const gain = gainOf(pairs, papers);
	return {
		gain: { ...gain, before: toTenths(gain.before), after: toTenths(gain.after), both: toTenths(gain.both) },
		...{ before, after },
		lines: counted.before
			.map((count, points) => ({ points, before: count, after: counted.after[points] ?? 0 }))
			.filter((line) => line.before + line.after > 0),
	};
}

function toTenths(spread: Spread | null): Spread | null {
	const tenths = (value: number) => Math.round(value * 10) / 10;
	return spread && { ...spread, mean: tenths(spread.mean), deviation: spread.deviation === null ? null : tenths(spread.deviation) };
}
