import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { DECISIONS, groups } from '../schema.ts';

/**
 * Decides what becomes of a group, with the reason its organisations will read.
 * Refuses a group that has no rank yet, and a promise before the day of the decision.
 */
export const decideGroup = defineCommand({
	name: 'needs.decide-group',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({ groupId: id, decision: v.picklist(DECISIONS), reason: paragraph(3, 1000), decidedOn: day, promisedFor: v.nullable(day) }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		return { group: await records.find(groups, groupId) };
	},

	decide({ group }, { decision, reason, decidedOn, promisedFor }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		if (group.rank === null) return refuse('needs.rank-first');
		if (promisedFor !== null && promisedFor < decidedOn) return refuse('needs.promise-before-decision', { decided: decidedOn });
		if (decision !== 'accepted' && group.answers.some(({ state }) => state !== 'cancelled')) return refuse('needs.answer-under-way');
		return { writes: [put(groups, { ...group, decision, reason, decidedOn, promisedFor })] };
	},
});
