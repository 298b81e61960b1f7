import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup, aNeed } from '../../needs/builders.ts';
import { groups, needs } from '../../needs/index.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { anEnrolment, aSession } from '../builders.ts';
import { aChecklist, aVisit } from '../coaching-builders.ts';
import { checklists, visits } from '../coaching-schema.ts';
import { enrolments } from '../schema.ts';
import { planVisit } from './plan-visit.ts';

const organisation = anOrganisation();
const { programmeId } = organisation;
const checklist = aChecklist({ programmeId, scopeId: programmeId });
const asked = { id: newId(), organisationId: organisation.id, checklistId: checklist.id, plannedFor: '2026-05-04', coachName: 'Béatrice' };
const standing: Parameters<typeof judged>[2] = [
	[organisations, organisation],
	[checklists, checklist],
];
const judge = (more: object = {}, also: Parameters<typeof judged>[2] = []) => judged(planVisit, { ...asked, ...more }, [...standing, ...also]);

describe('plan a visit', () => {
	it('keeps its day, its coach and its checklist, which the organisation may then read', async () => {
		const decision = await judge();
		expect(rowsInto(visits, decision)).toMatchObject([{ scopeId: organisation.id, state: 'planned', percent: null, checklistId: checklist.id }]);
		expect(decision).toMatchObject({ writes: [{}, { kind: 'show', id: checklist.id, scope: organisation.id }], events: [] });
	});

	it('tells the group it answers, in words that do not say who is visited', async () => {
		const group = aGroup({ programmeId, decision: 'accepted' });
		const need = aNeed({ groupId: group.id, organisationId: organisation.id });
		const decision = await judge({ groupId: group.id }, [
			[groups, group],
			[needs, need],
		]);
		expect(decision).toMatchObject({
			events: [
				{ name: 'answer.moved', kind: 'coaching', groupId: group.id, id: asked.id, label: checklist.name, on: '2026-05-04', state: 'planned' },
			],
		});
	});

	it('refuses a group that was not accepted, and one that holds no need of the organisation', async () => {
		const group = aGroup({ programmeId, decision: 'deferred' });
		const need = aNeed({ groupId: group.id, organisationId: organisation.id });
		expect(
			verdictOf(
				await judge({ groupId: group.id }, [
					[groups, group],
					[needs, need],
				]),
			),
		).toBe('training.group-not-accepted');
		expect(verdictOf(await judge({ groupId: group.id }, [[groups, aGroup({ ...group, decision: 'accepted' })]]))).toBe(
			'training.coaching-no-need-there',
		);
	});

	it('follows a training only where the organisation sent somebody', async () => {
		const session = aSession({ programmeId });
		expect(verdictOf(await judge({ sessionId: session.id }))).toBe('training.sent-nobody');
		const sent = anEnrolment(session, { organisationId: organisation.id });
		expect(verdictOf(await judge({ sessionId: session.id }, [[enrolments, sent]]))).toBe('applied');
	});

	it('refuses a second visit while one is planned, and says for which day that is', async () => {
		const planned = aVisit(checklist, { organisationId: organisation.id });
		expect(await judge({}, [[visits, planned]])).toMatchObject({ key: 'training.coaching-planned-already', params: { day: '2026-05-04' } });
	});

	it('refuses a checklist of another partner', async () => {
		const theirs = aChecklist({ programmeId, scopeId: newId() });
		expect(verdictOf(await judge({ checklistId: theirs.id }, [[checklists, theirs]]))).toBe('platform.not-permitted');
	});
});
