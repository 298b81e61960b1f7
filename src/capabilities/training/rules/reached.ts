import type { Id } from '#kernel/ids.ts';

type Passed = Readonly<{ giverId: Id; personIds: readonly Id[]; others: number; struck: boolean }>;

/** Whom a training reached by being passed on: persons by name, each once, and people known by number alone, told apart. */
export type Reached = Readonly<{ named: ReadonlySet<Id>; byNumber: number }>;

/**
 * Follows a training from those who were trained to those they passed it on to, and on from these (A to B to C).
 * Takes those trained and what was passed on, in any order. A person reached by two ways counts once, one who was trained herself
 * does not; what came from somebody who had it from nobody is left out, and so is what was struck out.
 */
export function reachedBy(trained: Iterable<Id>, passings: readonly Passed[]): Reached {
	const [had, named, left] = [new Set(trained), new Set<Id>(), new Set(passings.filter(({ struck }) => !struck))];
	let byNumber = 0;
	for (let before = -1; before !== left.size;) {
		before = left.size;
		for (const passing of left) {
			if (!had.has(passing.giverId)) continue;
			left.delete(passing);
			byNumber += passing.others;
			for (const person of passing.personIds) {
				if (!had.has(person)) named.add(person);
				had.add(person);
			}
		}
	}
	return { named, byNumber };
}
