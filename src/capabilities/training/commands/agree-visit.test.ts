import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import type { Command } from '#platform/commands/command.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { permissions } from '../access.ts';
import { aChecklist, aVisit, heldVisit } from '../coaching-builders.ts';
import { visits, type Visit } from '../coaching-schema.ts';
import { agreeOnTheSpot, agreeVisit } from './agree-visit.ts';

const checklist = aChecklist();
const held = heldVisit(checklist);
const judge = (command: Command, visit: Visit, agreedOn = '2026-05-04') =>
	judged(command, { visitId: visit.id, name: 'Cyprien', duty: 'Président', agreedOn }, [[visits, visit]]);

describe.each([
	['agree on the spot', agreeOnTheSpot as Command, 'on-the-spot'],
	['agree from one’s own account', agreeVisit as Command, 'own-account'],
])('%s', (_, command, how) => {
	it('keeps who agreed, in what duty, when, how, and on whose account', async () => {
		expect(rowsInto(visits, await judge(command, held))).toMatchObject([
			{ agreedName: 'Cyprien', agreedDuty: 'Président', agreedOn: '2026-05-04', agreedHow: how, agreedBy: ACTOR },
		]);
	});

	it('refuses a visit that was not held, one that was agreed, and a day before it was held', async () => {
		expect(verdictOf(await judge(command, aVisit(checklist)))).toBe('training.coaching-not-held');
		expect(verdictOf(await judge(command, { ...held, agreedOn: calendarDate('2026-05-04') }))).toBe('training.coaching-agreed-already');
		expect(await judge(command, held, '2026-05-03')).toMatchObject({ key: 'training.coaching-agreed-before', params: { held: '2026-05-04' } });
	});
});

describe('to agree from one’s own account', () => {
	it('is for the leader alone: nobody of the team agrees for her, and she has no other’s device', () => {
		expect(permissions[agreeVisit.permission as 'training.agree-visit']).toEqual(['leader']);
		expect(permissions[agreeOnTheSpot.permission as 'training.coach']).not.toContain('leader');
	});
});
