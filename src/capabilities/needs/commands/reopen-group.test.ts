import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aGroup, aNeed } from '../builders.ts';
import { groups, needs, type Group, type Need } from '../schema.ts';
import { answerGroup } from './answer-group.ts';
import { reopenGroup } from './reopen-group.ts';

const on = (day: string) => day as Need['expressedOn'];
const home = anOrganisation();
const group = aGroup({
	rank: 1,
	decision: 'accepted',
	reason: 'Oui',
	decidedOn: on('2026-03-01'),
	answeredOn: on('2026-03-05'),
	answerWords: 'Une formation',
});
const told = { organisationId: home.id, groupId: group.id, answeredOn: on('2026-03-05'), answerWords: 'Une formation' };
const contested = aNeed({ ...told, verdict: 'no', verdictOn: on('2026-04-01'), verdictWords: 'Personne n’est venu' });
const settled = aNeed({ ...told, verdict: 'yes', verdictOn: on('2026-04-01') });
const silent = aNeed(told);
const asked = { groupId: group.id, reason: 'La formation n’a pas eu lieu.', reopenedOn: '2026-04-10' };
const judge = (of: Group, members: readonly Need[], more: object = {}) =>
	judged(reopenGroup, { ...asked, ...more }, [[groups, of], ...members.map((need) => [needs, need] as const)]);

describe('reopen a group', () => {
	it('keeps what was decided and told with its days, and waits for a new decision', async () => {
		expect(rowsInto(groups, await judge(group, [contested]))).toMatchObject([
			{
				...{ decision: null, answeredOn: null, rank: 1 },
				rounds: [{ decision: 'accepted', answeredOn: '2026-03-05', reopenedOn: '2026-04-10', reopenedWhy: asked.reason }],
			},
		]);
	});

	it('lets those wait again who did not say yes, and keeps each answer they had', async () => {
		const written = rowsInto(needs, await judge(group, [contested, settled, silent]));
		expect(written.map(({ id }) => id)).toEqual([contested.id, silent.id]);
		expect(written[0]).toMatchObject({
			...{ answeredOn: null, verdict: null },
			earlierAnswers: [{ answeredOn: '2026-03-05', answerWords: 'Une formation', verdict: 'no', verdictWords: 'Personne n’est venu' }],
		});
	});

	it('is followed by another answer, whose days are not counted again', async () => {
		const decision = await judge(group, [contested]);
		const [again] = rowsInto(groups, decision);
		const [waiting] = rowsInto(needs, decision);
		const decided = { ...again, decision: 'accepted', decidedOn: '2026-04-12' } as Group;
		const answered = await judged(answerGroup, { groupId: group.id, words: 'Une visite', answeredOn: '2026-04-15' }, [
			[groups, decided],
			[organisations, home],
			[needs, waiting as Need],
		]);
		expect(rowsInto(needs, answered)).toMatchObject([{ answeredOn: '2026-04-15', earlierAnswers: [{ answeredOn: '2026-03-05' }] }]);
		expect(answered).toMatchObject({ facts: [] });
	});

	it('refuses where nobody was answered, or nobody said that it was not enough', async () => {
		expect(verdictOf(await judge(group, [aNeed({ groupId: group.id })]))).toBe('needs.nothing-to-reopen');
		expect(verdictOf(await judge(group, [silent, settled]))).toBe('needs.nobody-contests');
	});

	it('takes what was declined or put off, when its organisations were told', async () => {
		for (const decision of ['declined', 'deferred'] as const) expect(verdictOf(await judge({ ...group, decision }, [silent]))).toBe('applied');
	});

	it('refuses a day before the last word', async () => {
		expect(verdictOf(await judge(group, [contested], { reopenedOn: '2026-03-31' }))).toBe('needs.reopened-before-word');
	});
});
