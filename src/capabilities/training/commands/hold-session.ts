import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { declarations, totals } from '../activity-schema.ts';
import { answerMoved } from '../rules/answer-moved.ts';
import { declared } from '../rules/declared.ts';
import { personsWhoCame } from '../rules/who-came.ts';
import { attendance, sessions } from '../schema.ts';

/**
 * Says that a session was held, which declares who came: by names, or by numbers when it is discreet.
 * Refuses before its last day, when nobody came, and when it was cancelled.
 */
export const holdSession = defineCommand({
	name: 'training.hold-session',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({ sessionId: id, heldOn: day, declarationId: v.optional(id) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [before] = await records.list(declarations, { sessionId });
		return {
			session: await records.find(sessions, sessionId),
			before,
			marks: await records.list(attendance, { sessionId }),
			counted: await records.list(totals, { sessionId }),
		};
	},

	decide({ session, before, marks, counted }, { heldOn, declarationId }, { personId }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		if (heldOn < session.firstOn) return refuse('training.held-before-first-day', { first: session.firstOn });
		if (heldOn < session.lastOn) return refuse('training.held-before-last-day', { last: session.lastOn });
		const persons = personsWhoCame(marks, counted);
		if (persons === 0) return refuse(session.discreet ? 'training.no-numbers' : 'training.nobody-came');
		const held = { ...session, state: 'held' as const, heldOn };
		const number = before?.id ?? declarationId;
		const declaration = number && declared(number, held, { declaredOn: heldOn, declaredBy: personId, persons });
		return { writes: [put(sessions, held), ...(declaration ? [addOrPut(declarations, before, declaration)] : [])], events: [answerMoved(held)] };
	},
});

/** Cancels a session, or takes the cancelling back. Refuses one that was held, and one where people were marked present. */
export const cancelSession = defineCommand({
	name: 'training.cancel-session',
	version: 1,
	place: 'office',
	permission: 'training.plan',
	input: v.object({ sessionId: id, cancelled: v.boolean() }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		return {
			session: await records.find(sessions, sessionId),
			marks: await records.list(attendance, { sessionId }),
			counted: await records.list(totals, { sessionId }),
		};
	},

	decide({ session, marks, counted }, { cancelled }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state === 'held') return refuse('training.session-over', { code: session.code });
		if (cancelled && personsWhoCame(marks, counted) > 0) return refuse('training.people-came');
		const after = { ...session, state: cancelled ? ('cancelled' as const) : ('planned' as const) };
		return { writes: [put(sessions, after)], events: [answerMoved(after)] };
	},
});
