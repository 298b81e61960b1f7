import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, nextRank, standingFor, type Joined } from './one-of-several.ts';

const RECORDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
type Step = Readonly<{ one: string; other: string; stands: 'one' | 'other'; parts: number | null }>;

const step = fc.record({
	one: fc.constantFrom(...RECORDS),
	other: fc.constantFrom(...RECORDS),
	stands: fc.constantFrom('one' as const, 'other' as const),
	parts: fc.option(fc.nat(9)),
});

// What the command does: two that are one already are refused; a step may part a pair instead.
function after(merged: readonly Joined[], { one, other, stands, parts }: Step): readonly Joined[] {
	if (parts !== null) return merged.filter((_, at) => at !== parts);
	if (allOf(merged, one).includes(other)) return merged;
	const [oneId, otherId] = [one, other].sort() as [string, string];
	const within = merged.filter((pair) => [...allOf(merged, one), ...allOf(merged, other)].includes(pair.oneId));
	return [...merged, { oneId, otherId, standsId: standingFor(merged, stands === 'one' ? one : other), rank: nextRank(within) }];
}

const standings = (merged: readonly Joined[]) => RECORDS.map((record) => standingFor(merged, record));

describe('which record stands', () => {
	it('is one for all that are one, and one of them', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
				const merged = steps.reduce(after, []);
				for (const record of RECORDS) {
					const all = allOf(merged, record);
					expect(new Set(all.map((one) => standingFor(merged, one))).size).toBe(1);
					expect(all).toContain(standingFor(merged, record));
				}
			}),
		);
	});

	it('is the one a person chose last, until it is parted', () => {
		const once = after([], { one: 'a', other: 'b', stands: 'other', parts: null });
		expect(standingFor(once, 'a')).toBe('b');
		const twice = after(once, { one: 'a', other: 'c', stands: 'other', parts: null });
		expect(standings(twice).slice(0, 3)).toEqual(['c', 'c', 'c']);
		expect(standings(twice.slice(0, 1)).slice(0, 3)).toEqual(['b', 'b', 'c']);
		expect(standings(twice.slice(1)).slice(0, 3)).toEqual(['c', 'b', 'c']);
	});

	it('is what it was when a pair is merged and parted, whatever came before', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 14 }), step, (steps, last) => {
				const before = steps.reduce(after, []);
				const merged = after(before, { ...last, parts: null });
				expect(standings(merged.slice(0, before.length))).toEqual(standings(before));
			}),
		);
	});

	it('changes for nobody but those of the side that does not stand', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 14 }), step, (steps, last) => {
				const before = steps.reduce(after, []);
				const merged = after(before, { ...last, parts: null });
				const chosen = last.stands === 'one' ? last.one : last.other;
				for (const record of allOf(before, chosen)) expect(standingFor(merged, record)).toBe(standingFor(before, chosen));
			}),
		);
	});
});
