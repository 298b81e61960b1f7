import type { Score } from '#capabilities/needs/rules/group-score.ts';
import type { Knots } from '#capabilities/needs/rules/need-state.ts';
import type { GroupRow } from '#capabilities/needs/server/reads.ts';

/** A group as the list of needs shows it: its counts, its four knots, what its practice became, and its score for who reads all its needs. */
export type ShownGroup = GroupRow &
	Readonly<{ knots: Knots; practice: Readonly<{ applied: number; checked: number }> | undefined; score?: Score | undefined }>;

/** The order of ranks with one more group at its end: ids parted by spaces. */
export function orderWithLast(groups: readonly Pick<GroupRow, 'id' | 'rank'>[], id: string): string {
	return [...groups.filter(({ rank }) => rank !== null).map((group) => group.id), id].join(' ');
}
