import type { Id } from '#kernel/ids.ts';
import { defineReaction, put, type Event } from '#platform/commands/command.ts';
import { headingAs } from '../rules/heading.ts';
import { groups, headings, needs } from '../schema.ts';

type GroupMoved = Event & Readonly<{ groupId: Id }>;

/** Tells that a group gained or lost needs, or that something was decided of it. */
export function groupMoved(groupId: Id): GroupMoved {
	return { name: 'needs.group-moved', groupId };
}

/** Keeps the heading that all organisations of the programme may read true to its group. */
export const keepHeading = defineReaction({
	on: 'needs.group-moved',

	async gather(records, { groupId }: GroupMoved) {
		const [heading] = await records.list(headings, { groupId });
		if (!heading) return {};
		return { heading, group: await records.hold(groups, groupId), members: await records.list(needs, { groupId }) };
	},

	react({ heading, group, members }) {
		if (!heading || typeof group !== 'object' || !members) return { writes: [] };
		return { writes: [put(headings, headingAs(heading, group, members))] };
	},
});
