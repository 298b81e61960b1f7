import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aGroup, aNeed } from '../builders.ts';
import { needs } from '../schema.ts';
import { leaveGroup, partNeeds } from './leave-group.ts';

const programmeId = newId();
const [one, two] = [anOrganisation({ programmeId }), anOrganisation({ programmeId })];
const hers = aNeed({ organisationId: one.id, programmeId });

describe('leave a group', () => {
	const group = aGroup({ programmeId });
	const member = aNeed({ ...hers, groupId: group.id });

	it('takes the need back, and the sight of the group when it was the organisation’s only one', async () => {
		const decision = await judged(leaveGroup, { needId: member.id }, [
			[organisations, one],
			[needs, member],
		]);
		expect(decision).toMatchObject({
			writes: [
				{ kind: 'put', row: { groupId: null } },
				{ kind: 'hide', id: group.id, scope: one.id },
			],
		});
	});

	it('leaves the sight of the group to an organisation with another need in it', async () => {
		const another = aNeed({ organisationId: one.id, programmeId, groupId: group.id });
		const decision = await judged(leaveGroup, { needId: member.id }, [
			[organisations, one],
			[needs, member],
			[needs, another],
		]);
		expect(decision).toMatchObject({ writes: [{ kind: 'put' }], events: [{ name: 'needs.group-moved' }] });
	});

	it('refuses a need that was answered, or that is in no group', async () => {
		const answered = aNeed({ ...member, answeredOn: '2026-03-05' as never });
		expect(
			verdictOf(
				await judged(leaveGroup, { needId: answered.id }, [
					[organisations, one],
					[needs, answered],
				]),
			),
		).toBe('needs.answered-stays');
		expect(
			verdictOf(
				await judged(leaveGroup, { needId: hers.id }, [
					[organisations, one],
					[needs, hers],
				]),
			),
		).toBe('needs.not-grouped');
	});
});

describe('part needs', () => {
	const group = aGroup({ programmeId });
	const theirs = aNeed({ organisationId: two.id, programmeId, groupId: group.id });
	const mine = aNeed({ ...hers, groupId: group.id });
	const all = [
		[organisations, one],
		[organisations, two],
		[needs, mine],
		[needs, theirs],
	] as const;

	it('takes all of them out at once, and the sight of the group from each organisation', async () => {
		const decision = await judged(partNeeds, { groupId: group.id, needIds: [mine.id, theirs.id] }, all);
		expect(rowsInto(needs, decision).map(({ groupId }) => groupId)).toEqual([null, null]);
		expect(decision).toMatchObject({ writes: [{}, {}, { kind: 'hide', scope: one.id }, { kind: 'hide', scope: two.id }] });
	});

	it('takes none when one of them is elsewhere or was answered before', async () => {
		const elsewhere = aNeed({ organisationId: two.id, programmeId, groupId: newId() });
		const asked = { groupId: group.id, needIds: [mine.id, elsewhere.id] };
		expect(verdictOf(await judged(partNeeds, asked, [...all, [needs, elsewhere]]))).toBe('needs.not-grouped');
		const told = { answeredOn: '2026-03-05' as never, answerWords: 'Oui', verdict: null, verdictOn: null, verdictWords: '' };
		const answered = aNeed({ ...mine, earlierAnswers: [told] });
		expect(
			verdictOf(
				await judged(partNeeds, { groupId: group.id, needIds: [answered.id] }, [
					[organisations, one],
					[needs, answered],
				]),
			),
		).toBe('needs.answered-stays');
	});
});
