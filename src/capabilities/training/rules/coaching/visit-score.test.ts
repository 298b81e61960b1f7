import { describe, expect, it } from 'vitest';
import { aSection } from '../../coaching-builders.ts';
import type { Score } from '../../coaching-schema.ts';
import { standingScores, visitScore } from './visit-score.ts';

const accounts = aSection(2, { title: 'Comptes', weight: 3 });
const meetings = aSection(2, { title: 'Réunions', weight: 1 });
const given = (...values: readonly Score[]) =>
	Object.fromEntries([...accounts.points, ...meetings.points].slice(0, values.length).map(({ id }, at) => [id, values[at] as Score]));

describe('the score of a visit', () => {
	it('is the mean of its sections by weight', () => {
		const { percent, sections, left } = visitScore([accounts, meetings], given(2, 1, 0, 0));
		expect(sections.map((section) => section.percent)).toEqual([75, 0]);
		expect(percent).toBe(56);
		expect(left).toBe(0);
	});

	it('counts a point that does not apply neither for nor against', () => {
		expect(visitScore([accounts, meetings], given(2, null, null, null))).toMatchObject({ percent: 100, left: 0 });
		expect(visitScore([accounts], given(null, null))).toMatchObject({ percent: null, left: 0 });
	});

	it('tells how many points were not looked at yet', () => {
		expect(visitScore([accounts, meetings], given(2)).left).toBe(3);
	});
});

describe('the scores that stand', () => {
	it('are those agreed with each correction over the one before, in whatever order they are read', () => {
		const pointId = accounts.points[0]?.id ?? '';
		const corrections = [
			{ number: 2, scores: { [pointId]: 2 } },
			{ number: 1, scores: { [pointId]: 1 } },
		] as const;
		expect(standingScores(given(0, 1), corrections)).toEqual({ ...given(0, 1), [pointId]: 2 });
	});
});
