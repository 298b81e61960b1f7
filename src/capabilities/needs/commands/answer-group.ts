import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { organisations } from '../../registry/index.ts';
import { needAnswered } from '../facts.ts';
import { groups, needs } from '../schema.ts';

/**
 * Tells every organisation of a group that still waits what was decided: each need gets the dated answer. The days waited are
 * counted for the first answer alone: an answer after a reopening is another answer to a need that was counted.
 * Refuses before the decision, when nobody waits, and a day before the decision or before a need was said.
 */
export const answerGroup = defineCommand({
	name: 'needs.answer-group',
	version: 1,
	place: 'office',
	permission: 'needs.answer',
	input: v.object({ groupId: id, words: paragraph(3, 1000), answeredOn: day }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		const waiting = await records.list(needs, { groupId, answeredOn: null });
		const homes = [];
		for (const need of waiting) homes.push(await records.find(organisations, need.organisationId));
		return { group: await records.find(groups, groupId), waiting, homes };
	},

	decide({ group, waiting, homes }, { words, answeredOn }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		if (!group.decision || !group.decidedOn) return refuse('needs.decide-first');
		if (waiting.length === 0) return refuse('needs.nobody-waits');
		if (answeredOn < group.decidedOn) return refuse('needs.answer-before-decision', { decided: group.decidedOn });
		const tooEarly = waiting.find((need) => need.expressedOn > answeredOn);
		if (tooEarly) return refuse('needs.answer-before-need', { said: tooEarly.expressedOn });
		const answered = waiting.map((need) => ({ ...need, answeredOn, answerWords: words }));
		return {
			writes: [
				put(groups, { ...group, answeredOn: group.answeredOn ?? answeredOn, answerWords: words }),
				...answered.map((need) => put(needs, need)),
			],
			facts: answered.flatMap((need, at) => {
				const home = homes[at];
				return typeof home === 'object' && need.earlierAnswers.length === 0 ? [needAnswered(need, home)] : [];
			}),
			events: [{ name: 'needs.group-answered', groupId: group.id }],
		};
	},
});
