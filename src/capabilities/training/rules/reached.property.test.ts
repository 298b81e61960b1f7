import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedBy } from './reached.ts';

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const passing = fc.record({
	giverId: person,
	personIds: fc.array(person, { maxLength: 4 }),
	others: fc.nat({ max: 9 }),
	struck: fc.boolean(),
});
const told = fc.record({ trained: fc.uniqueArray(person), passings: fc.array(passing, { maxLength: 12 }) });

describe('the people a training reached', () => {
	it('are the same whatever the order in which it was told', () => {
		fc.assert(
			fc.property(told, fc.infiniteStream(fc.nat()), ({ trained, passings }, keys) => {
				const shuffled = passings.map((one) => ({ one, key: keys.next().value as number })).toSorted((x, y) => x.key - y.key);
				const [first, second] = [
					reachedBy(trained, passings),
					reachedBy(
						trained.toReversed(),
						shuffled.map(({ one }) => one),
					),
				];
				expect([...second.named].sort()).toEqual([...first.named].sort());
				expect(second.byNumber).toBe(first.byNumber);
			}),
		);
	});

	it('never hold a person twice, nor one who was trained, nor more than were named', () => {
		fc.assert(
			fc.property(told, ({ trained, passings }) => {
				const { named } = reachedBy(trained, passings);
				for (const each of trained) expect(named.has(each)).toBe(false);
				expect(named.size).toBeLessThanOrEqual(new Set(passings.flatMap(({ personIds }) => personIds)).size);
			}),
		);
	});

	it('do not change when the same is told again by name', () => {
		fc.assert(
			fc.property(told, ({ trained, passings }) => {
				const again = passings.map((one) => ({ ...one, others: 0 }));
				expect(reachedBy(trained, [...passings, ...again])).toEqual(reachedBy(trained, passings));
			}),
		);
	});

	it('are followed from A to B to C, told backwards too, and only from somebody who had it', () => {
		const chain = [
			{ giverId: 'b', personIds: ['c'], others: 2, struck: false },
			{ giverId: 'a', personIds: ['b'], others: 0, struck: false },
			{ giverId: 'x', personIds: ['y'], others: 50, struck: false },
		];
		expect(reachedBy(['a'], chain)).toEqual({ named: new Set(['b', 'c']), byNumber: 2 });
	});
});
