import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aNeed } from '../builders.ts';
import { needs } from '../schema.ts';
import { putNeedAgain, takeBackNeed, takeBackRelayedNeed } from './take-back-need.ts';

const home = anOrganisation();
const groupId = newId();
const own = aNeed({ organisationId: home.id, groupId });
const asked = { needId: own.id, takenBackOn: '2026-03-01' };

describe('take a need back', () => {
	it('takes it out of its group, hides the group from the organisation, and counts it no more', async () => {
		expect(await judged(takeBackNeed, asked, [[needs, own]])).toMatchObject({
			writes: [
				{ kind: 'put', row: { groupId: null, takenBackOn: '2026-03-01' } },
				{ kind: 'hide', id: groupId, scope: home.id },
			],
			facts: [{ kind: 'needs.expressed', key: own.id, gone: true }],
			events: [{ name: 'needs.group-moved', groupId }],
		});
	});

	it('leaves the group in sight of an organisation with another need in it', async () => {
		const another = aNeed({ organisationId: home.id, groupId });
		const rows = [
			[needs, own],
			[needs, another],
		] as const;
		expect(await judged(takeBackNeed, asked, rows)).toMatchObject({ writes: [{ kind: 'put' }] });
	});

	it('refuses what was answered, and what was taken back already', async () => {
		expect(verdictOf(await judged(takeBackNeed, asked, [[needs, aNeed({ ...own, answeredOn: '2026-02-20' as never })]]))).toBe(
			'needs.answered-is-kept',
		);
		expect(verdictOf(await judged(takeBackNeed, asked, [[needs, aNeed({ ...own, takenBackOn: '2026-02-20' as never })]]))).toBe(
			'needs.was-taken-back',
		);
	});

	it('by a team is for what was relayed only', async () => {
		expect(verdictOf(await judged(takeBackRelayedNeed, asked, [[needs, own]]))).toBe('needs.said-by-itself');
		expect(verdictOf(await judged(takeBackRelayedNeed, asked, [[needs, aNeed({ ...own, relayedBy: newId() })]]))).toBe('applied');
	});
});

describe('put a need again', () => {
	it('lets it wait to be grouped and counts it again', async () => {
		const back = { ...own, groupId: null, takenBackOn: '2026-03-01' as never };
		const decision = await judged(putNeedAgain, { needId: own.id }, [
			[organisations, home],
			[needs, back],
		]);
		expect(rowsInto(needs, decision)).toEqual([{ ...own, groupId: null }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'needs.expressed', key: own.id, occurredOn: own.expressedOn }] });
	});

	it('refuses one that was not taken back', async () => {
		const rows = [
			[organisations, home],
			[needs, own],
		] as const;
		expect(verdictOf(await judged(putNeedAgain, { needId: own.id }, rows))).toBe('needs.not-taken-back');
	});
});
