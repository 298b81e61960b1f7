import { expect, it } from 'vitest';
import { testResults } from './test-results.ts';

it('counts persons and papers without names together, and gives figures with one decimal', () => {
	const pairs = [
		{ before: 4, after: 9 },
		{ before: 8, after: 8 },
		{ before: 6, after: 5 },
		{ before: 3, after: null },
	];
	const { gain, before, after, lines } = testResults(pairs, { before: [8], after: [8, 9] }, 10);
	expect(before).toEqual([3, 4, 6, 8, 8]);
	expect(after).toEqual([5, 8, 8, 9, 9]);
	expect(gain.both).toEqual({ papers: 3, mean: 1.3, deviation: 3.2, median: 0 });
	expect(lines.map(({ points }) => points)).toEqual([3, 4, 5, 6, 8, 9]);
	expect(lines.find(({ points }) => points === 8)).toEqual({ points: 8, before: 2, after: 2 });
});
