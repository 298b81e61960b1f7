import type { Group } from '../schema.ts';

/** Groups in their order, with one of them at a place counted from 1; the others keep their order, those without a rank last. */
export function movedTo<G extends Pick<Group, 'id' | 'rank'>>(groups: readonly G[], id: string, place: number): readonly G[] {
	const rest = groups.filter((group) => group.id !== id).sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
	const moved = groups.filter((group) => group.id === id);
	return [...rest.slice(0, place - 1), ...moved, ...rest.slice(place - 1)];
}
