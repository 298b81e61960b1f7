import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scope, scopeOf, show } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line, paragraph } from '#platform/commands/words.ts';
import { partners, theme } from '../../programme/index.ts';
import { questions } from '../test-schema.ts';

/** Puts a question into the bank, with two to six answers of which one is right. Refuses the same answer twice and a right one that is none. */
export const addQuestion = defineCommand({
	name: 'training.add-question',
	version: 1,
	place: 'office',
	permission: 'training.keep-catalogue',
	input: v.object({
		...{ id, programmeId: id, theme, words: paragraph(3, 500) },
		choices: v.pipe(v.array(line(1, 160)), v.minLength(2), v.maxLength(6)),
		answer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
	}),
	scope: ({ programmeId }) => scope(programmeId),

	async gather(records, { programmeId }) {
		return { readers: await records.list(partners, { programmeId }) };
	},

	decide({ readers }, question) {
		const { choices, answer, programmeId } = question;
		if (new Set(choices.map((choice) => choice.toLowerCase())).size < choices.length) return refuse('training.choice-twice');
		if (answer >= choices.length) return refuse('training.no-right-choice');
		return {
			writes: [
				add(questions, { ...question, scopeId: programmeId, retired: false }),
				...readers.map((partner) => show(questions, question.id, partner.id)),
			],
		};
	},
});

/** Takes a question out of the bank, or puts it back. Tests that ask it keep it. */
export const retireQuestion = defineCommand({
	name: 'training.retire-question',
	version: 1,
	place: 'office',
	permission: 'training.keep-catalogue',
	input: v.object({ questionId: id, retired: v.boolean() }),
	scope: ({ questionId }) => scopeOf(questions, questionId),
	locks: ({ questionId }) => [[questions, questionId]],

	async gather(records, { questionId }) {
		return { question: await records.find(questions, questionId) };
	},

	decide({ question }, { retired }) {
		return typeof question === 'object' ? { writes: [put(questions, { ...question, retired })] } : refuse('platform.not-permitted');
	},
});
