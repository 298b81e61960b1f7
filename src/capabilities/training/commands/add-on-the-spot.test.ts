import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { unknown } from '#platform/commands/records.ts';
import { persons } from '../../people/index.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { anEnrolment, aSession } from '../builders.ts';
import { enrolments, sessions, type Session } from '../schema.ts';
import { addOnTheSpot } from './add-on-the-spot.ts';

const home = anOrganisation();
const session = aSession({ programmeId: home.programmeId });
const person = { id: newId(), fullName: 'Rose Ntakirutimana', sex: 'F', birthYear: null, phone: '' };
const asked = { id: newId(), sessionId: session.id, organisationId: home.id, person, on: '2026-04-10' };
const judge = (of: Session, also: Parameters<typeof judged>[2] = []) => judged(addOnTheSpot, asked, [[organisations, home], [sessions, of], ...also]);

describe('add a person on the spot', () => {
	it('writes down who came without a seat, and says so', async () => {
		const decision = await judge(session);
		expect(rowsInto(enrolments, decision)).toMatchObject([{ onTheSpot: true, personId: person.id, organisationId: home.id }]);
		expect(rowsInto(persons, decision)).toMatchObject([{ fullName: 'Rose Ntakirutimana', birthYear: null }]);
	});

	it('refuses a person who is on the list', async () => {
		const mine = anEnrolment(session, { organisationId: home.id, personId: person.id });
		expect(verdictOf(await judge(session, [[enrolments, mine]]))).toBe('training.seat-twice');
	});

	it('refuses for a session that was cancelled, and for an organisation of another programme', async () => {
		expect(verdictOf(await judge({ ...session, state: 'cancelled' }))).toBe('training.session-over');
		expect(verdictOf(await judge({ ...session, programmeId: newId() }))).toBe('platform.not-permitted');
	});

	it('leaves the judgement to the server where the phone does not hold the session', () => {
		const gathered = { session: unknown, organisation: unknown, known: undefined, before: undefined } as const;
		expect(addOnTheSpot.decide(gathered, asked as never, { personId: ACTOR })).toBe('undecided');
	});
});
