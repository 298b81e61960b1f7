import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup, aNeed } from '../builders.ts';
import { USUAL_WEIGHTS } from '../rules/group-score.ts';
import { groups, needs, weightings } from '../schema.ts';
import { moveGroup, rankByScore } from './rank-by-score.ts';

const programmeId = newId();
const [few, many, empty] = [aGroup({ programmeId, rank: 1, rankReason: 'Promis au gouverneur' }), aGroup({ programmeId }), aGroup({ programmeId })];
const voices = [aNeed({ programmeId, groupId: few.id }), ...Array.from({ length: 4 }, () => aNeed({ programmeId, groupId: many.id }))];
const all = [...[few, many, empty].map((group) => [groups, group] as const), ...voices.map((need) => [needs, need] as const)];
const ranks = (rows: readonly { id: string; rank: number | null }[]) => Object.fromEntries(rows.map(({ id, rank }) => [id, rank]));

describe('rank by score', () => {
	it('puts the higher score first, forgets what was moved by hand, and leaves a group without needs', async () => {
		const written = rowsInto(groups, await judged(rankByScore, { programmeId, rankedOn: '2026-11-01' }, all));
		expect(ranks(written)).toEqual({ [many.id]: 1, [few.id]: 2 });
		expect(written.every(({ rankReason, rankedOn }) => rankReason === '' && rankedOn === '2026-11-01')).toBe(true);
	});

	it('counts with the newest weights of the programme', async () => {
		const setting = (number: number, aims: number) => ({
			...{
				id: newId(),
				scopeId: programmeId,
				programmeId,
				number,
				answerWithinDays: 30,
				reason: 'Dit',
				setOn: '2026-03-01' as never,
				setBy: newId(),
			},
			weights: { ...USUAL_WEIGHTS, organisations: 0, aims },
		});
		const fits = all.map(([table, row]) => [table, row.id === few.id ? { ...few, aimsMark: 3 } : row] as const);
		const rows = [...fits, [weightings, setting(2, 5)], [weightings, setting(1, 0)]] as never;
		expect(ranks(rowsInto(groups, await judged(rankByScore, { programmeId, rankedOn: '2026-11-01' }, rows)))).toEqual({ [few.id]: 1, [many.id]: 2 });
	});
});

describe('move a group', () => {
	const [a, b, c] = [aGroup({ programmeId, rank: 1 }), aGroup({ programmeId, rank: 2 }), aGroup({ programmeId, rank: 3 })];
	const ranked = [a, b, c].map((group) => [groups, group] as const);
	const asked = { groupId: c.id, programmeId, rank: 1, reason: 'L’assemblée est dans dix jours.', movedOn: '2026-11-01' };

	it('gives it the place and shows why; the others keep their order', async () => {
		const written = rowsInto(groups, await judged(moveGroup, asked, ranked));
		expect(ranks(written)).toEqual({ [c.id]: 1, [a.id]: 2, [b.id]: 3 });
		expect(written.find(({ id }) => id === c.id)).toMatchObject({ rankReason: asked.reason, rankedOn: '2026-11-01' });
	});

	it('refuses a place beyond the last, and the number of another programme', async () => {
		expect(verdictOf(await judged(moveGroup, { ...asked, rank: 4 }, ranked))).toBe('needs.no-such-rank');
		expect(verdictOf(await judged(moveGroup, { ...asked, programmeId: newId() }, ranked))).toBe('platform.not-permitted');
	});
});
