import * as v from 'valibot';
import type { Id } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scope, scopeOf } from '#platform/commands/command.ts';
import type { Records } from '#platform/commands/records.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { programmes } from '../../programme/index.ts';
import { firstWord, groupScore, orderByScore, USUAL_WEIGHTS } from '../rules/group-score.ts';
import { movedTo } from '../rules/moved-to.ts';
import { groups, needs, weightings, type Group, type Need } from '../schema.ts';

/** Puts all groups of a programme that hold needs in the order of their scores. What was moved by hand before goes to its score's place. */
export const rankByScore = defineCommand({
	name: 'needs.rank-by-score',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({ programmeId: id, rankedOn: day }),
	scope: ({ programmeId }) => scope(programmeId),
	locks: ({ programmeId }) => [[programmes, programmeId]],

	async gather(records, { programmeId }) {
		return {
			all: await heldGroups(records, programmeId),
			voices: await records.list(needs, { programmeId }),
			settings: await records.list(weightings, { programmeId }),
		};
	},

	decide({ all, voices, settings }, { rankedOn }) {
		const weights = settings.reduce((last, each) => (each.number > last.number ? each : last), { number: 0, weights: USUAL_WEIGHTS }).weights;
		const byGroup = Map.groupBy(voices, ({ groupId }) => groupId);
		const scored = all.flatMap((group) => {
			const members: readonly Need[] = byGroup.get(group.id) ?? [];
			if (members.length === 0) return [];
			return [{ id: group.id, group, sum: groupScore(group, members, { weights, today: rankedOn }).sum, first: firstWord(members) }];
		});
		const ordered = orderByScore(scored);
		return { writes: ordered.map(({ group }, at) => put(groups, { ...group, rank: at + 1, rankReason: '', rankedOn })) };
	},
});

/** Moves one group to a place in the order, with the reason that all who read the ranking will read. Refuses a place beyond the last. */
export const moveGroup = defineCommand({
	name: 'needs.move-group',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({
		groupId: id,
		programmeId: id,
		rank: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
		reason: paragraph(3, 500),
		movedOn: day,
	}),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ programmeId }) => [[programmes, programmeId]],

	async gather(records, { groupId, programmeId }) {
		const group = await records.find(groups, groupId);
		return { group, all: typeof group === 'object' && group.programmeId === programmeId ? await heldGroups(records, programmeId) : [] };
	},

	decide({ group, all }, { rank, reason, movedOn }) {
		if (typeof group !== 'object' || all.length === 0) return refuse('platform.not-permitted');
		const ranked = all.filter((other) => other.rank !== null || other.id === group.id);
		if (rank > ranked.length) return refuse('needs.no-such-rank', { field: 'rank', last: ranked.length });
		const changed = movedTo(ranked, group.id, rank).flatMap((other, at) => {
			if (other.id === group.id) return [put(groups, { ...other, rank: at + 1, rankReason: reason, rankedOn: movedOn })];
			return other.rank === at + 1 ? [] : [put(groups, { ...other, rank: at + 1 })];
		});
		return { writes: changed };
	},
});

// Whole rows are written: none of them may be decided or told meanwhile. In the order of their ids, as locks are taken.
async function heldGroups(records: Records, programmeId: Id): Promise<readonly Group[]> {
	const held: Group[] = [];
	for (const { id } of await records.list(groups, { programmeId })) {
		const group = await records.hold(groups, id);
		if (typeof group === 'object') held.push(group);
	}
	return held;
}
