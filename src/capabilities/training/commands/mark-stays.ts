import * as v from 'valibot';
import { idFor } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { persons } from '../../people/index.ts';
import { moment, stays } from '../after-schema.ts';
import { personStayed } from '../after-facts.ts';
import { wasThere } from '../rules/half-days.ts';
import { attendance, sessions } from '../schema.ts';

/**
 * Says of all of an organisation's people who came to a session whether they are still there: all are, but those named.
 * Refuses a session that was not held, an organisation of which nobody came, a person who did not come, and a day before the last of it.
 */
export const markStays = defineCommand({
	name: 'training.mark-stays',
	version: 1,
	place: 'office',
	permission: 'training.mark-stays',
	input: v.object({ sessionId: id, organisationId: id, moment, goneIds: v.pipe(v.array(id), v.maxLength(500)), seenOn: day }),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, organisationId, moment: asked }) {
		const marks = (await records.list(attendance, { sessionId, organisationId })).filter(({ mark }) => wasThere(mark));
		const people = await Promise.all([...new Set(marks.map(({ personId }) => personId))].map((personId) => records.find(persons, personId)));
		return {
			session: await records.find(sessions, sessionId),
			came: people.filter((person) => typeof person === 'object'),
			before: await records.list(stays, { sessionId, organisationId, moment: asked }),
		};
	},

	decide({ session, came, before }, { sessionId, organisationId, moment: asked, goneIds, seenOn }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (came.length === 0) return refuse('training.sent-nobody');
		if (session.state !== 'held') return refuse('training.not-held-yet', { code: session.code });
		if (goneIds.some((gone) => !came.some((person) => person.id === gone))) return refuse('platform.not-permitted');
		if (seenOn < session.lastOn) return refuse('training.held-before-last-day', { last: session.lastOn });
		const marked = came.map((person) => ({
			person,
			standing: before.find(({ personId }) => personId === person.id),
			row: {
				...{
					id: idFor(`stay ${sessionId} ${person.id} ${asked}`),
					scopeId: organisationId,
					sessionId,
					organisationId,
					partnerScopeId: session.scopeId,
				},
				...{ personId: person.id, moment: asked, stillThere: !goneIds.includes(person.id), seenOn },
			},
		}));
		return {
			writes: marked.map(({ standing, row }) => addOrPut(stays, standing, row)),
			facts: marked.map(({ person, row }) => personStayed(session, row, person)),
		};
	},
});
