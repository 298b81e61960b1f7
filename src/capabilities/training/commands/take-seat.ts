import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, put, scope, show } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { metPerson, personInput, persons } from '../../people/index.ts';
import { wasThere } from '../rules/half-days.ts';
import { attendance, duty, enrolments, seats, sessions } from '../schema.ts';

/**
 * Takes one of an organisation's seats in a session for one of its people.
 * Refuses when its seats are all taken, when the person has one, and when the session is over. The session is locked:
 * of two who ask for the last seat at once, one has it.
 */
export const takeSeat = defineCommand({
	name: 'training.take-seat',
	version: 1,
	place: 'office',
	permission: 'training.fill-seats',
	input: v.object({ id, sessionId: id, organisationId: id, person: personInput, duty: v.optional(duty, ''), on: day }),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, organisationId, person }) {
		const [offer] = await records.list(seats, { sessionId, organisationId });
		return {
			session: await records.find(sessions, sessionId),
			offer,
			taken: await records.list(enrolments, { sessionId, organisationId, withdrawn: false }),
			mine: await records.list(enrolments, { sessionId, personId: person.id }),
			known: await records.find(persons, person.id),
		};
	},

	decide({ session, offer, taken, mine, known }, { id, sessionId, organisationId, person, duty, on }) {
		if (typeof session !== 'object' || !offer) return refuse('training.no-seat-offered');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		if (session.discreet) return refuse('training.no-names');
		if (mine.some(({ withdrawn }) => !withdrawn)) return refuse('training.seat-twice', { name: person.fullName });
		if (taken.length >= offer.seats) return refuse('training.no-seat-left', { seats: offer.seats });
		if (typeof known === 'object' && known.organisationId !== organisationId) return refuse('platform.not-permitted');
		const met = typeof known === 'object' ? undefined : metPerson(person, organisationId, on);
		if (isRefusal(met)) return met;
		const row = {
			id: mine[0]?.id ?? id,
			scopeId: organisationId,
			sessionId,
			organisationId,
			personId: person.id,
			partnerScopeId: session.scopeId,
			onTheSpot: false,
			withdrawn: false,
			duty: duty || (mine[0]?.duty ?? ''),
		};
		return {
			writes: [...(met ? [met.write] : []), show(persons, person.id, session.scopeId), addOrPut(enrolments, mine[0], row)],
			events: met ? [met.event] : [],
		};
	},
});

/** Gives a seat back. Refuses for a person who was marked present. */
export const giveSeatBack = defineCommand({
	name: 'training.give-seat-back',
	version: 1,
	place: 'office',
	permission: 'training.fill-seats',
	input: v.object({ enrolmentId: id, organisationId: id }),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ enrolmentId }) => [[enrolments, enrolmentId]],

	async gather(records, { enrolmentId }) {
		const enrolment = await records.find(enrolments, enrolmentId);
		if (typeof enrolment !== 'object') return { enrolment, session: undefined, marks: [] };
		const { sessionId, personId } = enrolment;
		return { enrolment, session: await records.find(sessions, sessionId), marks: await records.list(attendance, { sessionId, personId }) };
	},

	decide({ enrolment, session, marks }, { organisationId }) {
		if (typeof enrolment !== 'object' || enrolment.organisationId !== organisationId || typeof session !== 'object')
			return refuse('platform.not-permitted');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		if (marks.some(({ mark }) => wasThere(mark))) return refuse('training.people-came');
		return { writes: [put(enrolments, { ...enrolment, withdrawn: true })] };
	},
});
