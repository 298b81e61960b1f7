import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { groupMoved } from '../reactions/keep-heading.ts';
import { groups, needs, type Need } from '../schema.ts';

const NOTHING_DECIDED = {
	...{ decision: null, reason: '', decidedOn: null, lookAgainOn: null },
	...{ answeredOn: null, answerWords: '', promisedFor: null },
} as const;

/**
 * Reopens a group whose answer failed, or that was declined or put off: a new decision and a new answer follow, and the former
 * ones stay readable with their days. Whoever said "yes" keeps her answer; all others wait again.
 * Refuses where nobody was answered, where nobody said that it was not enough, and a day before the answer.
 */
export const reopenGroup = defineCommand({
	name: 'needs.reopen-group',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({ groupId: id, reason: paragraph(3, 1000), reopenedOn: day }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		return { group: await records.find(groups, groupId), members: await records.list(needs, { groupId }) };
	},

	decide({ group, members }, { reason, reopenedOn }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		const unsettled = members.filter(({ answeredOn, verdict }) => answeredOn && verdict !== 'yes');
		if (!group.decision || unsettled.length === 0) return refuse('needs.nothing-to-reopen');
		if (group.decision === 'accepted' && !members.some(({ verdict }) => verdict === 'no' || verdict === 'partly'))
			return refuse('needs.nobody-contests');
		const last = unsettled.flatMap(({ answeredOn, verdictOn }) => [answeredOn ?? '', verdictOn ?? '']).reduce((a, b) => (a > b ? a : b));
		if (reopenedOn < last) return refuse('needs.reopened-before-word', { last });
		const { decision, reason: why, decidedOn, answeredOn, answerWords, promisedFor } = group;
		const round = { decision, reason: why, decidedOn, answeredOn, answerWords, promisedFor, reopenedOn, reopenedWhy: reason };
		return {
			writes: [
				put(groups, { ...group, ...NOTHING_DECIDED, rounds: [...group.rounds, round] }),
				...unsettled.map((need) => put(needs, waitingAgain(need))),
			],
			events: [groupMoved(group.id)],
		};
	},
});

function waitingAgain(need: Need): Need {
	const { answeredOn, answerWords, verdict, verdictOn, verdictWords, earlierAnswers } = need;
	if (!answeredOn) return need;
	return {
		...need,
		...{ answeredOn: null, answerWords: '', verdict: null, verdictOn: null, verdictWords: '' },
		earlierAnswers: [...earlierAnswers, { answeredOn, answerWords, verdict, verdictOn, verdictWords }],
	};
}
