import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aGroup, aNeed } from '../builders.ts';
import { groups, needs } from '../schema.ts';
import { groupNeeds, joinGroup } from './group-needs.ts';

const programmeId = newId();
const [one, two] = [anOrganisation({ programmeId }), anOrganisation({ programmeId })];
const [hers, theirs] = [aNeed({ organisationId: one.id, programmeId }), aNeed({ organisationId: two.id, programmeId })];
const all = [
	[organisations, one],
	[organisations, two],
	[needs, hers],
	[needs, theirs],
] as const;
const asked = { id: newId(), programmeId, heading: 'Tenir les comptes', theme: 'accountability', needIds: [hers.id, theirs.id] };

describe('group needs', () => {
	it('lets each organisation see the group’s heading, and keeps the words of each to itself', async () => {
		const decision = await judged(groupNeeds, asked, all);
		expect(rowsInto(needs, decision).map(({ groupId }) => groupId)).toEqual([asked.id, asked.id]);
		expect(decision).toMatchObject({
			writes: expect.arrayContaining([expect.objectContaining({ kind: 'show', id: asked.id, scope: one.id })]) as unknown,
		});
		expect(JSON.stringify(rowsInto(groups, decision))).not.toContain(hers.words);
	});

	it('refuses a need that is in a group already', async () => {
		const taken = aNeed({ ...hers, groupId: newId() });
		expect(
			verdictOf(
				await judged(groupNeeds, { ...asked, needIds: [taken.id] }, [
					[organisations, one],
					[needs, taken],
				]),
			),
		).toBe('needs.already-grouped');
	});

	it('refuses needs of another programme, or that do not exist, in the words of no permission', async () => {
		const foreign = aNeed({ organisationId: one.id });
		expect(
			verdictOf(
				await judged(groupNeeds, { ...asked, needIds: [foreign.id] }, [
					[organisations, one],
					[needs, foreign],
				]),
			),
		).toBe('platform.not-permitted');
		expect(verdictOf(await judged(groupNeeds, { ...asked, needIds: [newId()] }, all))).toBe('platform.not-permitted');
	});
});

describe('join a group', () => {
	it('adds a need to a group of its programme only', async () => {
		const group = aGroup({ programmeId });
		expect(rowsInto(needs, await judged(joinGroup, { groupId: group.id, needIds: [hers.id] }, [...all, [groups, group]]))).toMatchObject([
			{ groupId: group.id },
		]);
		const other = aGroup();
		expect(verdictOf(await judged(joinGroup, { groupId: other.id, needIds: [hers.id] }, [...all, [groups, other]]))).toBe('platform.not-permitted');
	});
});
