import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scope, scopeOf, show } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { metPerson, personInput, persons } from '../../people/index.ts';
import { trainingPassedOn } from '../after-facts.ts';
import { passings } from '../after-schema.ts';
import { wasThere } from '../rules/half-days.ts';
import { reachedBy } from '../rules/reached.ts';
import { attendance, sessions } from '../schema.ts';

/**
 * Writes that somebody passed a training on: to persons of her organisation by name, known or met now, and to so many more.
 * Refuses a giver who neither came nor had it from one who did, herself among the receivers, nobody, and a day before the first of it.
 */
export const passOn = defineCommand({
	name: 'training.pass-on',
	version: 1,
	place: 'office',
	permission: 'training.pass-on',
	input: v.object({
		...{ id, sessionId: id, organisationId: id, giverId: id, passedOn: day, people: v.pipe(v.array(personInput), v.maxLength(50)) },
		others: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)),
	}),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, people, giverId }) {
		return {
			session: await records.find(sessions, sessionId),
			giver: await records.find(persons, giverId),
			marks: await records.list(attendance, { sessionId }),
			before: await records.list(passings, { sessionId }),
			known: await Promise.all(people.map((person) => records.find(persons, person.id))),
		};
	},

	decide({ session, giver, marks, before, known }, { id, sessionId, organisationId, giverId, passedOn, people, others }) {
		if (typeof session !== 'object' || typeof giver !== 'object' || giver.organisationId !== organisationId) return refuse('platform.not-permitted');
		if (known.some((person) => typeof person === 'object' && person.organisationId !== organisationId)) return refuse('platform.not-permitted');
		const came = marks.filter(({ mark }) => wasThere(mark)).map(({ personId }) => personId);
		if (!came.includes(giverId) && !reachedBy(came, before).named.has(giverId)) return refuse('training.after-had-it-not', { name: giver.fullName });
		if (people.some((person) => person.id === giverId)) return refuse('training.after-to-herself', { name: giver.fullName });
		if (people.length + others === 0) return refuse('training.after-to-nobody', { field: 'others' });
		if (passedOn < session.firstOn) return refuse('training.held-before-first-day', { first: session.firstOn });
		const met = people.flatMap((person, at) => (typeof known[at] === 'object' ? [] : [metPerson(person, organisationId, passedOn)]));
		const unlikely = met.find(isRefusal);
		if (unlikely) return unlikely;
		const newcomers = met.filter((one) => !isRefusal(one));
		const personIds = [...new Set(people.map((person) => person.id))];
		const row = {
			id,
			scopeId: organisationId,
			sessionId,
			organisationId,
			partnerScopeId: session.scopeId,
			giverId,
			passedOn,
			personIds,
			others,
			struck: false,
		};
		return {
			writes: [...newcomers.map(({ write }) => write), ...personIds.map((each) => show(persons, each, session.scopeId)), add(passings, row)],
			events: newcomers.map(({ event }) => event),
			facts: [trainingPassedOn(session, row)],
		};
	},
});

/** Strikes out what was told by mistake, or restores it. It counts no more, and stays readable. */
export const strikePassing = defineCommand({
	name: 'training.strike-passing',
	version: 1,
	place: 'office',
	permission: 'training.pass-on',
	input: v.object({ passingId: id, struck: v.boolean() }),
	scope: ({ passingId }) => scopeOf(passings, passingId),
	locks: ({ passingId }) => [[passings, passingId]],

	async gather(records, { passingId }) {
		const passing = await records.find(passings, passingId);
		return { passing, session: typeof passing === 'object' ? await records.find(sessions, passing.sessionId) : undefined };
	},

	decide({ passing, session }, { struck }) {
		if (typeof passing !== 'object' || typeof session !== 'object') return refuse('platform.not-permitted');
		const after = { ...passing, struck };
		return { writes: [put(passings, after)], facts: [trainingPassedOn(session, after)] };
	},
});
