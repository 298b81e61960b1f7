import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { groupMoved } from '../reactions/keep-heading.ts';
import { answersNow } from '../rules/need-state.ts';
import { DECISIONS } from '../choices.ts';
import { groups } from '../schema.ts';

/**
 * Decides what becomes of a group, with the reason its organisations will read.
 * Refuses a group that has no rank yet, a promise before the day of the decision, and to defer without a day to look again.
 */
export const decideGroup = defineCommand({
	name: 'needs.decide-group',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({
		groupId: id,
		decision: v.picklist(DECISIONS),
		reason: paragraph(3, 1000),
		decidedOn: day,
		promisedFor: v.nullable(day),
		lookAgainOn: v.optional(v.nullable(day), null),
	}),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		return { group: await records.find(groups, groupId) };
	},

	decide({ group }, { decision, reason, decidedOn, promisedFor, lookAgainOn }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		if (group.rank === null) return refuse('needs.rank-first');
		if (promisedFor !== null && promisedFor < decidedOn) return refuse('needs.promise-before-decision', { decided: decidedOn });
		const reopenedOn = group.rounds.at(-1)?.reopenedOn;
		if (reopenedOn && decidedOn < reopenedOn) return refuse('needs.decided-before-reopening', { reopened: reopenedOn });
		if (decision !== 'accepted' && answersNow(group).some(({ state }) => state !== 'cancelled')) return refuse('needs.answer-under-way');
		if (decision === 'deferred' && !lookAgainOn) return refuse('needs.look-again-when', { field: 'lookAgainOn' });
		const again = decision === 'deferred' ? lookAgainOn : null;
		if (again !== null && again <= decidedOn) return refuse('needs.look-again-later', { field: 'lookAgainOn', decided: decidedOn });
		return {
			writes: [put(groups, { ...group, decision, reason, decidedOn, promisedFor, lookAgainOn: again })],
			events: [groupMoved(group.id)],
		};
	},
});
