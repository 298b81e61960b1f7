import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { anEnrolment, aSession } from '../builders.ts';
import { enrolments, seats, sessions, type Session } from '../schema.ts';
import { offerSeats } from './offer-seats.ts';

const home = anOrganisation();
const session = aSession({ programmeId: home.programmeId });
const asked = { id: newId(), sessionId: session.id, organisationId: home.id, seats: 1 };
const taken = [1, 2].map(() => [enrolments, anEnrolment(session, { organisationId: home.id })] as const);
const judge = (of: Session, more: object = {}, also: Parameters<typeof judged>[2] = []) =>
	judged(offerSeats, { ...asked, ...more }, [[organisations, home], [sessions, of], ...also]);

describe('offer seats', () => {
	it('gives them to the organisation, and lets it see the face of the session', async () => {
		const decision = await judge(session);
		expect(rowsInto(seats, decision)).toMatchObject([{ seats: 1, scopeId: home.id, partnerScopeId: session.scopeId }]);
		expect(decision).toMatchObject({ writes: [{}, { kind: 'show', id: session.id, scope: home.id }] });
	});

	it('offered again, changes the number and adds no second offer', async () => {
		const [before] = rowsInto(seats, await judge(session));
		const decision = await judge(session, { id: newId(), seats: 5 }, [[seats, before as never]]);
		expect(rowsInto(seats, decision)).toEqual([{ ...before, seats: 5 }]);
	});

	it('refuses fewer than are taken', async () => {
		expect(await judge(session, {}, taken)).toMatchObject({ key: 'training.seats-taken-already', params: { taken: 2 } });
	});

	it('refuses for a session that is over, and an organisation of another programme', async () => {
		expect(verdictOf(await judge({ ...session, state: 'held' }))).toBe('training.session-over');
		expect(verdictOf(await judge({ ...session, programmeId: newId() }))).toBe('platform.not-permitted');
	});
});
