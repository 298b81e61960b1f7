import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { VERDICTS } from '../choices.ts';
import { needs } from '../schema.ts';

/** The author says whether the answer met the need: yes, partly, no. It may be said again later. Refuses before any answer. */
export const judgeAnswer = defineCommand({
	name: 'needs.judge-answer',
	version: 1,
	place: 'office',
	permission: 'needs.judge-answer',
	input: v.object({ needId: id, verdict: v.picklist(VERDICTS), words: v.optional(paragraph(0, 1000), ''), on: day }),
	scope: ({ needId }) => scopeOf(needs, needId),
	locks: ({ needId }) => [[needs, needId]],

	async gather(records, { needId }) {
		return { need: await records.find(needs, needId) };
	},

	decide({ need }, { verdict, words, on }) {
		if (typeof need !== 'object') return refuse('platform.not-permitted');
		if (!need.answeredOn) return refuse('needs.no-answer-yet');
		if (on < need.answeredOn) return refuse('needs.judged-before-answer', { answered: need.answeredOn });
		return { writes: [put(needs, { ...need, verdict, verdictOn: on, verdictWords: words })] };
	},
});
