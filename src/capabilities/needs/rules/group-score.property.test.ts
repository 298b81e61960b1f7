import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { aNeed } from '../builders.ts';
import { CRITERIA, TOUCHED, URGENCIES } from '../choices.ts';
import { type Need, type Weights } from '../schema.ts';
import { BEST_MARK, firstWord, groupScore, orderByScore, USUAL_WEIGHTS } from './group-score.ts';

const ORGANISATIONS = Array.from({ length: 8 }, () => newId());
const today = '2026-11-25' as CalendarDate;
const voice = fc
	.record({
		organisationId: fc.constantFrom(...ORGANISATIONS),
		expressedOn: fc.constantFrom('2026-02-10', '2026-09-20', '2026-11-20'),
		urgency: fc.constantFrom(...URGENCIES, null),
		touched: fc.subarray([...TOUCHED]),
	})
	.map((given) => aNeed(given as Partial<Need>));
const voices = fc.array(voice, { maxLength: 20 });
const mark = fc.constantFrom(null, 0, 1, 2, 3);
const group = fc.record({ aimsMark: mark, feasibilityMark: mark });
const weights = fc.record(Object.fromEntries(CRITERIA.map((criterion) => [criterion, fc.nat(5)]))) as unknown as fc.Arbitrary<Weights>;

describe('the score of a group', () => {
	it('is the sum of its parts, each a mark of 0 to 3 times its weight, and never more than the most', () => {
		fc.assert(
			fc.property(group, voices, weights, (of, said, weights) => {
				const { parts, sum, most } = groupScore(of, said, { weights, today });
				expect(parts.map(({ criterion }) => criterion)).toEqual([...CRITERIA]);
				expect(parts.reduce((total, { mark, weight }) => total + mark * weight, 0)).toBe(sum);
				for (const { mark } of parts) expect([0, 1, 2, 3]).toContain(mark);
				expect(sum).toBeLessThanOrEqual(most);
			}),
		);
	});

	it('does not depend on the order in which the needs arrived', () => {
		const shuffled = voices.chain((said) =>
			fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length, maxLength: said.length })),
		);
		fc.assert(
			fc.property(group, shuffled, weights, (of, [one, other], weights) => {
				expect(groupScore(of, one, { weights, today })).toEqual(groupScore(of, other, { weights, today }));
				expect(firstWord(one)).toBe(firstWord(other));
			}),
		);
	});

	it('does not fall when one more organisation says that it presses this week and touches women', () => {
		fc.assert(
			fc.property(group, voices, (of, said) => {
				const more = aNeed({ expressedOn: '2026-02-10' as CalendarDate, urgency: 'this-week', touched: ['women'] });
				const score = (all: readonly Need[]) => groupScore(of, all, { weights: USUAL_WEIGHTS, today }).sum;
				expect(score([...said, more])).toBeGreaterThanOrEqual(score(said));
			}),
		);
	});

	it('of six organisations that all press, touch women and wait for half a year is the most when both judgements are', () => {
		const said = ORGANISATIONS.slice(0, 6).map((organisationId) => aNeed({ organisationId, urgency: 'this-week', touched: ['women'] }));
		const { sum, most } = groupScore({ aimsMark: BEST_MARK, feasibilityMark: BEST_MARK }, said, { weights: USUAL_WEIGHTS, today });
		expect([sum, most]).toEqual([39, 39]);
	});
});

describe('the order by score', () => {
	const scored = fc.array(
		fc.record({ id: fc.uuid(), sum: fc.nat(4), first: fc.constantFrom('2026-02-10' as CalendarDate, '2026-03-10' as CalendarDate, undefined) }),
		{ maxLength: 12 },
	);

	it('is the same whatever the order in which the groups come', () => {
		const twice = scored.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })));
		fc.assert(
			fc.property(twice, ([one, other]) => {
				expect(orderByScore(one)).toEqual(orderByScore(other));
			}),
		);
	});

	it('puts the higher score first, then the older first word, then the smaller id', () => {
		const at = (id: string, sum: number, first: string) => ({ id, sum, first: first as CalendarDate });
		const groups = [at('d', 9, '2026-05-01'), at('c', 9, '2026-01-01'), at('b', 9, '2026-05-01'), at('a', 12, '2026-08-01')];
		expect(orderByScore(groups).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
	});
});
