import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, gainOf, spreadOf } from './gain.ts';

const points = fc.integer({ min: 0, max: 20 });
const pair = fc.record({ before: fc.option(points), after: fc.option(points) });

describe('the spread of points', () => {
	it('is what is counted by hand', () => {
		expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ papers: 8, mean: 5, deviation: Math.sqrt(32 / 7), median: 4.5 });
		expect(spreadOf([7])).toEqual({ papers: 1, mean: 7, deviation: null, median: 7 });
		expect(spreadOf([])).toBeNull();
	});
});

describe('the gain between two tests', () => {
	it('is of those who wrote both papers, and says who gained, stayed and lost', () => {
		const gain = gainOf(
			[
				{ before: 4, after: 9 },
				{ before: 8, after: 8 },
				{ before: 6, after: 5 },
				{ before: 2, after: null },
				{ before: null, after: 10 },
			],
			{ before: [1], after: [] },
		);
		expect(gain).toMatchObject({ up: 1, same: 1, down: 1, both: { papers: 3, mean: 4 / 3 }, before: { papers: 5 }, after: { papers: 4 } });
	});

	it('does not depend on the order of the papers, and its parts add up', () => {
		fc.assert(
			fc.property(fc.array(pair), fc.array(points), fc.array(points), (pairs, before, after) => {
				const gain = gainOf(pairs, { before, after });
				const turned = gainOf([...pairs].reverse(), { before: [...before].reverse(), after: [...after].reverse() });
				expect(turned.both?.mean ?? 0).toBeCloseTo(gain.both?.mean ?? 0);
				expect(turned.both?.deviation ?? 0).toBeCloseTo(gain.both?.deviation ?? 0);
				expect(gain.up + gain.same + gain.down).toBe(gain.both?.papers ?? 0);
				expect(gain.both?.papers ?? 0).toBeLessThanOrEqual(Math.min(gain.before?.papers ?? 0, gain.after?.papers ?? 0));
			}),
		);
	});

	it('lays every paper on one number of points', () => {
		fc.assert(
			fc.property(fc.array(points), (all) => {
				expect(countsOf(all, 20).reduce((sum, each) => sum + each, 0)).toBe(all.length);
			}),
		);
	});
});
