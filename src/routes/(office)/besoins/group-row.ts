import type { Knots } from '#capabilities/needs/rules/need-state.ts';
import type { GroupRow } from '#capabilities/needs/server/reads.ts';

/** A group as the list of needs shows it: its counts, its four knots, and what its practice became. */
export type ShownGroup = GroupRow & Readonly<{ knots: Knots; practice: Readonly<{ applied: number; checked: number }> | undefined }>;

/** The order after a group is moved by one place, or given the last rank when it has none: ids parted by spaces. */
export function orderAfter(groups: readonly Pick<GroupRow, 'id' | 'rank'>[], id: string, step: -1 | 0 | 1): string {
	const order = groups.filter(({ rank }) => rank !== null).map((group) => group.id);
	const at = order.indexOf(id);
	if (at < 0) return [...order, id].join(' ');
	const to = Math.min(order.length - 1, Math.max(0, at + step));
	const without = order.filter((other) => other !== id);
	return [...without.slice(0, to), id, ...without.slice(to)].join(' ');
}
