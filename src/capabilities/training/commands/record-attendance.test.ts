import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { unknown } from '#platform/commands/records.ts';
import { persons } from '../../people/index.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, enrolments, sessions, type Session } from '../schema.ts';
import { recordAttendance } from './record-attendance.ts';

const session = aSession({ halfDays: ['2026-04-10 am', '2026-04-10 pm'] });
const enrolment = anEnrolment(session);
const person = {
	id: enrolment.personId,
	scopeId: enrolment.scopeId,
	organisationId: enrolment.organisationId,
	fullName: 'Domitille',
	sex: 'F',
	birthYear: 1990,
	phone: '',
	metOn: '2026-04-01',
};
const asked = { id: newId(), sessionId: session.id, enrolmentId: enrolment.id, halfDay: '2026-04-10 am', mark: 'present' };
const judge = (of: Session, more: object = {}, also: Parameters<typeof judged>[2] = []) =>
	judged(recordAttendance, { ...asked, ...more }, [[sessions, of], [enrolments, enrolment], [persons, person as never], ...also]);

describe('record attendance', () => {
	it('marks a person at a half-day, and counts her at the session', async () => {
		const decision = await judge(session);
		expect(rowsInto(attendance, decision)).toMatchObject([{ mark: 'present', organisationId: enrolment.organisationId }]);
		expect(decision).toMatchObject({
			facts: [{ kind: 'training.attended', personId: person.id, sex: 'F', birthYear: 1990, occurredOn: '2026-04-10' }],
		});
	});

	it('marks a person once, however often it is sent', async () => {
		const before = aMark(enrolment, 'present');
		expect(rowsInto(attendance, await judge(session, { id: newId(), mark: 'late' }, [[attendance, before]]))).toEqual([{ ...before, mark: 'late' }]);
	});

	it('counts her no more when every mark says she was away', async () => {
		expect(await judge(session, { mark: 'absent' }, [[attendance, aMark(enrolment)]])).toMatchObject({ facts: [{ gone: true }] });
	});

	it('refuses a half-day the session does not have', async () => {
		expect(verdictOf(await judge(session, { halfDay: '2026-04-11 am' }))).toBe('training.no-such-half-day');
	});

	it('refuses somebody who is not on the list, or gave her seat back', async () => {
		expect(verdictOf(await judge(session, { enrolmentId: newId() }))).toBe('training.not-on-the-list');
		const withdrawn = [
			[sessions, session],
			[enrolments, { ...enrolment, withdrawn: true }],
		] as never;
		expect(verdictOf(await judged(recordAttendance, asked, withdrawn))).toBe('training.not-on-the-list');
	});

	it('refuses for a session that was cancelled', async () => {
		expect(verdictOf(await judge({ ...session, state: 'cancelled' }))).toBe('training.session-over');
	});

	it('leaves the judgement to the server where the phone does not hold the session', () => {
		expect(recordAttendance.decide({ session: unknown, enrolment, person: undefined, marks: [] }, asked as never, { personId: ACTOR })).toBe(
			'undecided',
		);
	});
});
