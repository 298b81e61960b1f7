import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup } from '../builders.ts';
import { groups, type Group } from '../schema.ts';
import { decideGroup } from './decide-group.ts';

const ranked = aGroup({ rank: 1 });
const asked = {
	groupId: ranked.id,
	decision: 'accepted',
	reason: 'Six organisations le demandent.',
	decidedOn: '2026-03-01',
	promisedFor: '2026-06-30',
};
const judge = (group: Group, more: object = {}) => judged(decideGroup, { ...asked, ...more }, [[groups, group]]);

describe('decide a group', () => {
	it('keeps the decision with its reason, its day and the day promised', async () => {
		expect(rowsInto(groups, await judge(ranked))).toMatchObject([
			{ decision: 'accepted', reason: 'Six organisations le demandent.', promisedFor: '2026-06-30' },
		]);
	});

	it('refuses before the group has a rank, and without a reason', async () => {
		expect(verdictOf(await judge(aGroup({ id: ranked.id })))).toBe('needs.rank-first');
		await expect(judge(ranked, { reason: ' ' })).rejects.toThrow();
	});

	it('refuses a promise for a day before the decision', async () => {
		expect(verdictOf(await judge(ranked, { promisedFor: '2026-02-28' }))).toBe('needs.promise-before-decision');
	});

	it('refuses to decline what is under way, and takes it when that was cancelled', async () => {
		const link = { kind: 'training', id: newId(), label: 'FM-0001', on: '2026-04-10' as never };
		const declined = { decision: 'declined', promisedFor: null };
		expect(verdictOf(await judge({ ...ranked, answers: [{ ...link, state: 'planned' }] }, declined))).toBe('needs.answer-under-way');
		expect(verdictOf(await judge({ ...ranked, answers: [{ ...link, state: 'cancelled' }] }, declined))).toBe('applied');
	});
});
