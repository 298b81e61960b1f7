import type { Id } from '#kernel/ids.ts';
import type { Twin } from './twin-tables.ts';

/** A pair as it joins two records. */
export type Joined = Pick<Twin, 'oneId' | 'otherId' | 'standsId' | 'rank'>;

/** All records that merged pairs make one with a record, itself included, in the order of their ids. */
export function allOf(merged: readonly Joined[], record: Id): readonly Id[] {
	const found = new Set([record]);
	// A set that grows while it is walked is walked to its new end.
	for (const one of found)
		for (const { oneId, otherId } of merged) {
			if (oneId === one) found.add(otherId);
			if (otherId === one) found.add(oneId);
		}
	return [...found].sort();
}

/**
 * The record that stands for all that are one with a record: the one chosen last among those that are still there; where none was
 * chosen among them, since their pairs were parted, the oldest. It follows from the pairs alone: parting what was merged gives
 * back what was.
 */
export function standingFor(merged: readonly Joined[], record: Id): Id {
	const all = allOf(merged, record);
	const chosen = merged
		.filter(({ oneId, standsId }) => all.includes(oneId) && standsId !== null && all.includes(standsId))
		.toSorted((a, b) => b.rank - a.rank || (a.oneId < b.oneId ? -1 : 1));
	return chosen[0]?.standsId ?? all[0] ?? record;
}

/** The rank of a pair that is merged now: after all that were merged among the records it joins. */
export function nextRank(merged: readonly Joined[]): number {
	return merged.reduce((highest, { rank }) => Math.max(highest, rank), 0) + 1;
}
