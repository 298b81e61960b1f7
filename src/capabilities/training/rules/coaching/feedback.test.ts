import { describe, expect, it } from 'vitest';
import { aSection } from '../../coaching-builders.ts';
import { feedbackOf } from './feedback.ts';

const accounts = aSection(3, { title: 'Comptes', weight: 1 });
const meetings = aSection(2, { title: 'Réunions', weight: 5 });
const [a, b, c] = accounts.points.map(({ id }) => id) as [string, string, string];
const [d, e] = meetings.points.map(({ id }) => id) as [string, string];

describe('what a visit tells at once', () => {
	it('is what went up and what went down since the visit before', () => {
		const { up, down } = feedbackOf([accounts, meetings], { [a]: 2, [b]: 0, [c]: 1, [d]: 1, [e]: null }, { [a]: 0, [b]: 1, [c]: 1, [e]: 2 });
		expect(up.map(({ id }) => id)).toEqual([a]);
		expect(down.map(({ id }) => id)).toEqual([b]);
	});

	it('is the three weakest, the heaviest section first among equals, with the words of what was found', () => {
		const { weakest } = feedbackOf([accounts, meetings], { [a]: 0, [b]: 1, [c]: 2, [d]: 1, [e]: 1 });
		expect(weakest.map(({ id }) => id)).toEqual([a, d, e]);
		expect(weakest[0]).toMatchObject({ anchor: 'Rien', section: 'Comptes' });
	});

	it('calls nothing weak that is in place', () => {
		expect(feedbackOf([meetings], { [d]: 2, [e]: 2 }).weakest).toEqual([]);
	});
});
