import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf, show, undecided } from '#platform/commands/command.ts';
import { unknown } from '#platform/commands/records.ts';
import { day, id } from '#platform/commands/table.ts';
import { metPerson, personInput, persons } from '../../people/index.ts';
import { organisations } from '../../registry/index.ts';
import { duty, enrolments, sessions } from '../schema.ts';

/**
 * Adds a person who came to a session without a seat: what happened is written down, seats or not. Works in the field.
 * Refuses a session that was cancelled, a person who is on its list, and an organisation of another programme.
 */
export const addOnTheSpot = defineCommand({
	name: 'training.add-on-the-spot',
	version: 1,
	place: 'field',
	permission: 'training.keep-attendance',
	input: v.object({ id, sessionId: id, organisationId: id, person: personInput, duty: v.optional(duty, ''), on: day }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, organisationId, person }) {
		const [before] = await records.list(enrolments, { sessionId, personId: person.id });
		return {
			session: await records.find(sessions, sessionId),
			organisation: await records.find(organisations, organisationId),
			known: await records.find(persons, person.id),
			before,
		};
	},

	decide({ session, organisation, known, before }, { id, sessionId, organisationId, person, duty, on }) {
		if (session === unknown) return undecided;
		if (!session || !organisation) return refuse('platform.not-permitted');
		if (organisation !== unknown && organisation.programmeId !== session.programmeId) return refuse('platform.not-permitted');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (session.discreet) return refuse('training.no-names');
		if (before && !before.withdrawn) return refuse('training.seat-twice', { name: person.fullName });
		const isKnown = typeof known === 'object';
		if (isKnown && known.organisationId !== organisationId) return refuse('platform.not-permitted');
		const met = isKnown ? undefined : metPerson(person, organisationId, on);
		if (isRefusal(met)) return met;
		const row = {
			id: before?.id ?? id,
			scopeId: organisationId,
			sessionId,
			organisationId,
			personId: person.id,
			partnerScopeId: session.scopeId,
			onTheSpot: true,
			withdrawn: false,
			duty: duty || (before?.duty ?? ''),
		};
		return {
			writes: [
				...(met ? [met.write] : []),
				show(persons, person.id, session.scopeId),
				show(sessions, sessionId, organisationId),
				addOrPut(enrolments, before, row),
			],
			events: met ? [met.event] : [],
		};
	},
});
