import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup } from '../builders.ts';
import { groups } from '../schema.ts';
import { rankGroups } from './rank-groups.ts';

const programmeId = newId();
const [a, b, c] = [aGroup({ programmeId, rank: 1 }), aGroup({ programmeId, rank: 2 }), aGroup({ programmeId })];
const all = [
	[groups, a],
	[groups, b],
	[groups, c],
] as const;

describe('rank groups', () => {
	it('puts those named first, and the others after them in the order they had', async () => {
		const ranks = new Map(rowsInto(groups, await judged(rankGroups, { programmeId, groupIds: [c.id] }, all)).map(({ id, rank }) => [id, rank]));
		expect([ranks.get(c.id), ranks.get(a.id), ranks.get(b.id)]).toEqual([1, 2, 3]);
	});

	it('writes nothing when the order is what it was', async () => {
		expect(rowsInto(groups, await judged(rankGroups, { programmeId, groupIds: [a.id, b.id] }, all))).toEqual([]);
	});

	it('refuses a group of another programme', async () => {
		expect(verdictOf(await judged(rankGroups, { programmeId, groupIds: [aGroup().id] }, all))).toBe('platform.not-permitted');
	});
});
