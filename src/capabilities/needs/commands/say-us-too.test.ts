import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aGroup, aHeading, aNeed } from '../builders.ts';
import { groups, headings, needs } from '../schema.ts';
import { relayUsToo, sayUsToo } from './say-us-too.ts';

const programmeId = newId();
const home = anOrganisation({ programmeId });
const group = aGroup({ programmeId, theme: 'ethics' as never, openedOn: '2026-03-01' as never });
const heading = aHeading(group);
const said = {
	id: newId(),
	groupId: group.id,
	organisationId: home.id,
	words: 'Nous aussi.',
	touched: ['youth', 'women'],
	expressedOn: '2026-03-10',
};
const open = [
	[organisations, home],
	[groups, group],
	[headings, heading],
] as const;

describe('say "us too"', () => {
	it('writes a need of the organisation into the group, and shows it the group', async () => {
		const decision = await judged(sayUsToo, said, open);
		expect(rowsInto(needs, decision)).toMatchObject([
			{ groupId: group.id, theme: 'ethics', scopeId: home.id, confirmedOn: '2026-03-10', touched: ['women', 'youth'] },
		]);
		expect(decision).toMatchObject({
			writes: [{}, { kind: 'show', id: group.id, scope: home.id }],
			facts: [{ kind: 'needs.expressed', groupId: group.id }],
			events: [{ name: 'needs.group-moved' }],
		});
	});

	it('relayed, waits for the organisation to confirm', async () => {
		expect(rowsInto(needs, await judged(relayUsToo, said, open))).toMatchObject([{ relayedBy: ACTOR, confirmedOn: null }]);
	});

	it('refuses an organisation that asks there already, and tells since when', async () => {
		const before = aNeed({ organisationId: home.id, groupId: group.id });
		expect(await judged(sayUsToo, said, [...open, [needs, before]])).toMatchObject({ key: 'needs.asks-there-already', params: { on: '2026-02-10' } });
	});

	it('refuses a heading that was closed, and says nothing of a group that was never open or is of another programme', async () => {
		const closed = [...open.slice(0, 2), [headings, { ...heading, isOpen: false }]] as const;
		expect(verdictOf(await judged(sayUsToo, said, closed as never))).toBe('needs.heading-closed');
		expect(verdictOf(await judged(sayUsToo, said, open.slice(0, 2)))).toBe('platform.not-permitted');
		const elsewhere = anOrganisation();
		const foreign = [[organisations, elsewhere], ...open.slice(1)] as const;
		expect(verdictOf(await judged(sayUsToo, { ...said, organisationId: elsewhere.id }, foreign as never))).toBe('platform.not-permitted');
	});
});
