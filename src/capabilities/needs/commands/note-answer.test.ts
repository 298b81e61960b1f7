import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup } from '../builders.ts';
import { groups, type AnswerLink } from '../schema.ts';
import { correctAnswer, noteAnswer } from './note-answer.ts';

const training: AnswerLink = { kind: 'training', id: newId(), label: 'FM-0001 Tenir les comptes', on: '2026-04-10' as never, state: 'held' };
const group = aGroup({ decision: 'accepted', answers: [training] });
const noted = { groupId: group.id, id: newId(), kind: 'equipment', label: 'Dix cahiers de caisse', on: '2026-05-02', state: 'planned' };

describe('note an answer', () => {
	it('adds it to the others of its group, of whichever kinds', async () => {
		expect(rowsInto(groups, await judged(noteAnswer, noted, [[groups, group]]))).toMatchObject([
			{ answers: [training, { kind: 'equipment', label: 'Dix cahiers de caisse', state: 'planned', noted: true }] },
		]);
	});

	it('refuses before the group was accepted, and the same thing twice', async () => {
		expect(verdictOf(await judged(noteAnswer, noted, [[groups, aGroup({ ...group, decision: null })]]))).toBe('needs.accept-first');
		const [written] = rowsInto(groups, await judged(noteAnswer, noted, [[groups, group]]));
		expect(verdictOf(await judged(noteAnswer, { ...noted, id: newId() }, [[groups, written as never]]))).toBe('needs.noted-already');
	});

	it('takes no kind that another part of the program keeps', async () => {
		await expect(judged(noteAnswer, { ...noted, kind: 'training' }, [[groups, group]])).rejects.toThrow();
	});
});

describe('correct an answer', () => {
	const written = { ...group, answers: [training, { ...noted, on: noted.on as never, state: 'planned' as const, noted: true }] };

	it('moves its state and leaves the others', async () => {
		const asked = { groupId: group.id, answerId: noted.id, state: { was: 'planned', becomes: 'held' } };
		expect(rowsInto(groups, await judged(correctAnswer, asked, [[groups, written]]))).toMatchObject([{ answers: [training, { state: 'held' }] }]);
	});

	it('refuses what somebody changed meanwhile, and what the training capability keeps', async () => {
		const label = { was: 'Autre', becomes: 'Dix houes' };
		expect(verdictOf(await judged(correctAnswer, { groupId: group.id, answerId: noted.id, label }, [[groups, written]]))).toBe(
			'platform.changed-meanwhile',
		);
		expect(verdictOf(await judged(correctAnswer, { groupId: group.id, answerId: training.id }, [[groups, written]]))).toBe('needs.kept-elsewhere');
	});
});
