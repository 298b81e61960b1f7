import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf, undecided } from '#platform/commands/command.ts';
import { unknown } from '#platform/commands/records.ts';
import { id } from '#platform/commands/table.ts';
import { persons } from '../../people/index.ts';
import { personAttended } from '../facts.ts';
import { attendance, enrolments, halfDay, MARKS, sessions } from '../schema.ts';

/**
 * Marks one person at one half-day of a session, for the organisation she came for. Works in the field.
 * Refuses a half-day the session does not have, a person who is not on its list, and a session that was cancelled.
 * The session is locked: nobody cancels it meanwhile. So is the enrolment: two marks of one person at once are counted as one person.
 */
export const recordAttendance = defineCommand({
	name: 'training.record-attendance',
	version: 1,
	place: 'field',
	permission: 'training.keep-attendance',
	input: v.object({ id, sessionId: id, enrolmentId: id, halfDay, mark: v.picklist(MARKS) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId, enrolmentId }) => [
		[sessions, sessionId],
		[enrolments, enrolmentId],
	],

	async gather(records, { sessionId, enrolmentId }) {
		const [session, enrolment] = await Promise.all([records.find(sessions, sessionId), records.find(enrolments, enrolmentId)]);
		if (typeof enrolment !== 'object') return { session, enrolment, person: undefined, marks: [] };
		const { personId } = enrolment;
		const [person, marks] = await Promise.all([records.find(persons, personId), records.list(attendance, { sessionId, personId })]);
		return { session, enrolment, person, marks };
	},

	decide({ session, enrolment, person, marks }, { id, sessionId, halfDay, mark }) {
		if (session === unknown || enrolment === unknown) return undecided;
		if (!session || !enrolment || enrolment.sessionId !== sessionId || enrolment.withdrawn) return refuse('training.not-on-the-list');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (!session.halfDays.includes(halfDay)) return refuse('training.no-such-half-day', { day: halfDay.slice(0, 10) });
		const { scopeId, organisationId, personId, partnerScopeId } = enrolment;
		const before = marks.find((other) => other.halfDay === halfDay);
		const row = { id: before?.id ?? id, scopeId, sessionId, organisationId, personId, partnerScopeId, halfDay, mark };
		const after = [...marks.filter((other) => other !== before), row];
		return {
			writes: [addOrPut(attendance, before, row)],
			facts: typeof person === 'object' ? [personAttended(session, { enrolment, person, marks: after })] : [],
		};
	},
});
