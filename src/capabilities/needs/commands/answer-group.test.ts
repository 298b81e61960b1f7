import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aGroup, aNeed } from '../builders.ts';
import { groups, needs, type Group, type Need } from '../schema.ts';
import { answerGroup } from './answer-group.ts';

const home = anOrganisation();
const decided = aGroup({ rank: 1, decision: 'accepted', decidedOn: '2026-03-01' as never });
const waiting = aNeed({ organisationId: home.id, groupId: decided.id });
const told = aNeed({ organisationId: home.id, groupId: decided.id, answeredOn: '2026-03-02' as never, answerWords: 'Déjà dit' });
const asked = { groupId: decided.id, words: 'Une formation en avril.', answeredOn: '2026-03-05' };
const judge = (group: Group, members: readonly Need[], more: object = {}) =>
	judged(answerGroup, { ...asked, ...more }, [[groups, group], [organisations, home], ...members.map((need) => [needs, need] as const)]);

describe('answer a group', () => {
	it('gives the dated answer to each who waits, and leaves those who had theirs', async () => {
		const decision = await judge(decided, [waiting, told]);
		expect(rowsInto(needs, decision)).toEqual([{ ...waiting, answeredOn: '2026-03-05', answerWords: 'Une formation en avril.' }]);
		expect(rowsInto(groups, decision)).toMatchObject([{ answeredOn: '2026-03-05' }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'needs.answered', amount: 23 }] });
	});

	it('refuses before the decision', async () => {
		expect(verdictOf(await judge({ ...decided, decision: null, decidedOn: null }, [waiting]))).toBe('needs.decide-first');
	});

	it('refuses when nobody waits', async () => {
		expect(verdictOf(await judge(decided, [told]))).toBe('needs.nobody-waits');
	});

	it('refuses a day before the decision, or before a need was said', async () => {
		expect(verdictOf(await judge(decided, [waiting], { answeredOn: '2026-02-28' }))).toBe('needs.answer-before-decision');
		expect(verdictOf(await judge(decided, [{ ...waiting, expressedOn: '2026-03-10' as never }]))).toBe('needs.answer-before-need');
	});
});
