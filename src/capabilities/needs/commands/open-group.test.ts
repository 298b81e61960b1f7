import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup, aHeading, aNeed } from '../builders.ts';
import { groups, headings, needs } from '../schema.ts';
import { closeGroup, openGroup } from './open-group.ts';

const group = aGroup();
const asked = { groupId: group.id, headingId: newId(), openedOn: '2026-03-01' };

describe('open a group to all', () => {
	it('publishes its heading and theme, and no word of an organisation', async () => {
		const voice = aNeed({ groupId: group.id, words: 'zqmotsqz' });
		const decision = await judged(openGroup, asked, [
			[groups, group],
			[needs, voice],
		]);
		expect(rowsInto(headings, decision)).toMatchObject([{ id: asked.headingId, heading: group.heading, isOpen: true, organisations: null }]);
		expect(JSON.stringify(rowsInto(headings, decision))).not.toContain('zqmotsqz');
	});

	it('a second time keeps the same heading', async () => {
		const heading = aHeading(group, { isOpen: false });
		const decision = await judged(openGroup, asked, [
			[groups, group],
			[headings, heading],
		]);
		expect(rowsInto(headings, decision)).toMatchObject([{ id: heading.id, isOpen: true }]);
	});

	it('refuses what is open, was declined or put off', async () => {
		expect(verdictOf(await judged(openGroup, asked, [[groups, aGroup({ ...group, openedOn: '2026-02-01' as never })]]))).toBe('needs.open-already');
		for (const decision of ['declined', 'deferred'] as const)
			expect(verdictOf(await judged(openGroup, asked, [[groups, aGroup({ ...group, decision })]]))).toBe('needs.decided-is-closed');
	});
});

describe('close a group', () => {
	it('shows its heading to its own organisations only', async () => {
		const rows = [
			[groups, { ...group, openedOn: '2026-02-01' as never }],
			[headings, aHeading(group)],
		] as const;
		expect(rowsInto(headings, await judged(closeGroup, { groupId: group.id }, rows))).toMatchObject([{ isOpen: false }]);
	});

	it('refuses what is not open', async () => {
		expect(verdictOf(await judged(closeGroup, { groupId: group.id }, [[groups, group]]))).toBe('needs.not-open');
	});
});
