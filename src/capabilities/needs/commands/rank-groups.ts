import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { groups } from '../schema.ts';

/** Puts groups in order, the first to answer first. Refuses a group of another programme. */
export const rankGroups = defineCommand({
	name: 'needs.rank-groups',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({ programmeId: id, groupIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)) }),
	scope: ({ programmeId }) => scope(programmeId),
	locks: ({ groupIds }) => groupIds.map((groupId) => [groups, groupId] as const),

	async gather(records, { programmeId }) {
		// The others move behind those named: each is held, so that a decision made at the same moment is not written over.
		const known = [];
		for (const { id: groupId } of await records.list(groups, { programmeId })) known.push(await records.hold(groups, groupId));
		return { known: known.filter((group) => typeof group === 'object') };
	},

	decide({ known }, { groupIds }) {
		const byId = new Map(known.map((group) => [group.id, group]));
		const order = [...new Set(groupIds)];
		if (order.some((groupId) => !byId.has(groupId))) return refuse('platform.not-permitted');
		const rest = known.filter((group) => !order.includes(group.id) && group.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
		const ranked = [...order.flatMap((groupId) => byId.get(groupId) ?? []), ...rest];
		return { writes: ranked.flatMap((group, at) => (group.rank === at + 1 ? [] : [put(groups, { ...group, rank: at + 1 })])) };
	},
});
