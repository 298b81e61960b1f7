import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, hide, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { counted, found } from '../members.ts';
import { groupMoved } from '../reactions/keep-heading.ts';
import { groups, needs } from '../schema.ts';

/**
 * Takes a need back: it leaves its group, waits for nothing and is counted no more, and its organisation still reads it.
 * A team takes back only what it relayed. Refuses what was answered, and what was taken back already.
 */
function defineTakingBack(name: string, permission: string, byTeam: boolean) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission,
		input: v.object({ needId: id, takenBackOn: day }),
		scope: ({ needId }) => scopeOf(needs, needId),
		locks: ({ needId }) => [[needs, needId]],

		async gather(records, { needId }) {
			const need = await records.find(needs, needId);
			const groupId = typeof need === 'object' ? need.groupId : null;
			return { need, others: groupId && typeof need === 'object' ? await records.list(needs, { groupId, organisationId: need.organisationId }) : [] };
		},

		decide({ need, others }, { takenBackOn }) {
			if (typeof need !== 'object') return refuse('platform.not-permitted');
			if (byTeam && !need.relayedBy) return refuse('needs.said-by-itself');
			if (need.takenBackOn) return refuse('needs.was-taken-back', { words: need.words.slice(0, 80) });
			const on = need.answeredOn ?? need.earlierAnswers.at(-1)?.answeredOn;
			if (on) return refuse('needs.answered-is-kept', { on });
			const { groupId } = need;
			return {
				writes: [
					put(needs, { ...need, groupId: null, takenBackOn }),
					...(groupId && others.length < 2 ? [hide(groups, groupId, need.organisationId)] : []),
				],
				facts: [{ kind: 'needs.expressed', key: need.id, gone: true }],
				events: groupId ? [groupMoved(groupId)] : [],
			};
		},
	});
}

export const takeBackNeed = defineTakingBack('needs.take-back-need', 'needs.express', false);
export const takeBackRelayedNeed = defineTakingBack('needs.take-back-relayed-need', 'needs.relay', true);

/** Puts a need again that was taken back: it waits to be grouped, as it did. Refuses one that was not taken back. */
export const putNeedAgain = defineCommand({
	name: 'needs.put-need-again',
	version: 1,
	place: 'office',
	permission: 'needs.put-again',
	input: v.object({ needId: id }),
	scope: ({ needId }) => scopeOf(needs, needId),
	locks: ({ needId }) => [[needs, needId]],

	async gather(records, { needId }) {
		const [member] = await found(records, [needId]);
		return { member };
	},

	decide({ member }) {
		if (!member) return refuse('platform.not-permitted');
		if (!member.need.takenBackOn) return refuse('needs.not-taken-back');
		const need = { ...member.need, takenBackOn: null };
		return { writes: [put(needs, need)], facts: [counted({ ...member, need }, null)] };
	},
});
