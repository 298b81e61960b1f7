import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { canBeJoined, headingAs } from '../rules/heading.ts';
import { groups, headings, needs } from '../schema.ts';

/**
 * Opens a group to all: every organisation of the programme may read its neutral heading and say "us too".
 * Refuses one that is open, and one that was declined or put off.
 */
export const openGroup = defineCommand({
	name: 'needs.open-group',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ groupId: id, headingId: id, openedOn: day }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		const [heading] = await records.list(headings, { groupId });
		return { group: await records.find(groups, groupId), heading, members: await records.list(needs, { groupId }) };
	},

	decide({ group, heading, members }, { headingId, openedOn }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		if (group.openedOn) return refuse('needs.open-already', { on: group.openedOn });
		if (!canBeJoined(group)) return refuse('needs.decided-is-closed');
		const { programmeId, theme } = group;
		const opened = { ...group, openedOn };
		const face = { id: heading?.id ?? headingId, scopeId: programmeId, programmeId, groupId: group.id, heading: '', theme, isOpen: true, openedOn };
		const shown = headingAs({ ...face, organisations: null }, opened, members);
		return { writes: [put(groups, opened), heading ? put(headings, shown) : add(headings, shown)] };
	},
});

/** Closes a group again: its heading is read by its own organisations only. Refuses one that is not open. */
export const closeGroup = defineCommand({
	name: 'needs.close-group',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ groupId: id }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		const [heading] = await records.list(headings, { groupId });
		return { group: await records.find(groups, groupId), heading };
	},

	decide({ group, heading }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		if (!group.openedOn || !heading) return refuse('needs.not-open');
		return { writes: [put(groups, { ...group, openedOn: null }), put(headings, { ...heading, isOpen: false })] };
	},
});
