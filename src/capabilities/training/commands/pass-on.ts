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
		...{ id, sessionId: id, organisationId: id, giverId: id, passedOn: day },
		...{ knownIds: v.pipe(v.array(id), v.maxLength(100)), newcomers: v.pipe(v.array(personInput), v.maxLength(50)) },
		others: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)),
	}),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, knownIds, newcomers, giverId }) {
		return {
			session: await records.find(sessions, sessionId),
			giver: await records.find(persons, giverId),
			marks: await records.list(attendance, { sessionId }),
			before: await records.list(passings, { sessionId }),
			known: await Promise.all(knownIds.map((knownId) => records.find(persons, knownId))),
			taken: await Promise.all(newcomers.map((person) => records.find(persons, person.id))),
		};
	},

	decide({ session, giver, marks, before, known, taken }, { organisationId, giverId, passedOn, knownIds, newcomers, ...telling }) {
		const isTheirs = (person: (typeof known)[number]) => typeof person === 'object' && person.organisationId === organisationId;
		if (typeof session !== 'object' || typeof giver !== 'object') return refuse('platform.not-permitted');
		if (![giver, ...known].every(isTheirs) || taken.some((person) => person !== undefined)) return refuse('platform.not-permitted');
		const came = marks.filter(({ mark }) => wasThere(mark)).map(({ personId }) => personId);
		if (!came.includes(giverId) && !reachedBy(came, before).named.has(giverId)) return refuse('training.after-had-it-not', { name: giver.fullName });
		const personIds = [...new Set([...knownIds, ...newcomers.map((person) => person.id)])];
		if (personIds.includes(giverId)) return refuse('training.after-to-herself', { name: giver.fullName });
		if (personIds.length + telling.others === 0) return refuse('training.after-to-nobody', { field: 'others' });
		if (passedOn < session.firstOn) return refuse('training.held-before-first-day', { first: session.firstOn });
		const met = newcomers.map((person) => metPerson(person, organisationId, passedOn));
		const unlikely = met.find((one) => isRefusal(one));
		if (unlikely) return unlikely;
		const row = { ...telling, scopeId: organisationId, organisationId, partnerScopeId: session.scopeId, giverId, passedOn, personIds, struck: false };
		return {
			writes: [
				...met.flatMap((one) => ('write' in one ? [one.write] : [])),
				...personIds.map((each) => show(persons, each, session.scopeId)),
				add(passings, row),
			],
			events: met.flatMap((one) => ('event' in one ? [one.event] : [])),
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
