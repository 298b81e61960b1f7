import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPartner } from '../../programme/builders.ts';
import { partners } from '../../programme/index.ts';
import { questions, type Question } from '../test-schema.ts';
import { addQuestion, retireQuestion } from './keep-question.ts';

const care = aPartner();
const asked = {
	id: newId(),
	programmeId: care.programmeId,
	theme: 'accountability',
	words: 'Qui garde la clé ?',
	choices: ['La caissière', 'Le président'],
	answer: 0,
};
const add = (more: object = {}) => judged(addQuestion, { ...asked, ...more }, [[partners, care]]);

describe('the bank of questions', () => {
	it('keeps a question for every team of the programme', async () => {
		const decision = await add();
		expect(rowsInto(questions, decision)).toMatchObject([{ answer: 0, retired: false, scopeId: care.programmeId }]);
		expect(decision).toMatchObject({ writes: expect.arrayContaining([expect.objectContaining({ kind: 'show', scope: care.id })]) });
	});

	it('refuses the same answer twice, and a right one that is none', async () => {
		expect(verdictOf(await add({ choices: ['Oui', 'oui'] }))).toBe('training.choice-twice');
		expect(verdictOf(await add({ answer: 2 }))).toBe('training.no-right-choice');
	});

	it('takes a question out and puts it back', async () => {
		const [question] = rowsInto(questions, await add()) as [Question];
		const retire = (retired: boolean) => judged(retireQuestion, { questionId: question.id, retired }, [[questions, question]]);
		expect(rowsInto(questions, await retire(true))).toMatchObject([{ retired: true }]);
		expect(rowsInto(questions, await retire(false))).toMatchObject([{ retired: false }]);
	});
});
