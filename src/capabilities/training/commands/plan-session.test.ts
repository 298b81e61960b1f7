import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup } from '../../needs/builders.ts';
import { groups, type Group } from '../../needs/index.ts';
import { aPartner } from '../../programme/builders.ts';
import { partners } from '../../programme/index.ts';
import { aSession } from '../builders.ts';
import { sessions, type Session } from '../schema.ts';
import { planSession } from './plan-session.ts';

const care = aPartner();
const accepted = aGroup({ programmeId: care.programmeId, decision: 'accepted' });
const asked = {
	...{ id: newId(), partnerId: care.id, groupId: accepted.id, code: 'fm-0007', title: 'Tenir les comptes', placeScheme: '2025', placeCode: 'BI101' },
	halfDays: ['2026-04-11 am', '2026-04-10 pm', '2026-04-10 am'],
};
const judge = (group: Group, more: object = {}, others: readonly Session[] = []) =>
	judged(planSession, { ...asked, ...more }, [[partners, care], [groups, group], ...others.map((session) => [sessions, session] as const)]);

describe('plan a session', () => {
	it('answers its group: the theme is the group’s, the practice is checked six months after', async () => {
		const decision = await judge(accepted);
		expect(rowsInto(sessions, decision)).toMatchObject([
			{
				code: 'FM-0007',
				theme: 'accountability',
				firstOn: '2026-04-10',
				lastOn: '2026-04-11',
				checkOn: '2026-10-11',
				state: 'planned',
				scopeId: care.id,
			},
		]);
		expect(decision).toMatchObject({ events: [{ name: 'answer.moved', groupId: accepted.id, state: 'planned' }] });
	});

	it('refuses a group that was not accepted', async () => {
		expect(verdictOf(await judge({ ...accepted, decision: 'deferred' }))).toBe('training.group-not-accepted');
	});

	it('refuses a group of another programme, in the words of no permission', async () => {
		expect(verdictOf(await judge({ ...accepted, programmeId: newId() }))).toBe('platform.not-permitted');
	});

	it('refuses a code that is taken, and a half-day given twice', async () => {
		expect(verdictOf(await judge(accepted, {}, [aSession({ programmeId: care.programmeId, code: 'FM-0007' })]))).toBe('training.code-taken');
		expect(verdictOf(await judge(accepted, { halfDays: ['2026-04-10 am', '2026-04-10 am'] }))).toBe('training.half-day-twice');
	});
});
