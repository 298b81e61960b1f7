import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { answerMoved } from '../rules/answer-moved.ts';
import { wasThere } from '../rules/half-days.ts';
import { attendance, sessions } from '../schema.ts';

/** Says that a session was held. Refuses before its last day, when nobody was marked present, and when it was cancelled. */
export const holdSession = defineCommand({
	name: 'training.hold-session',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({ sessionId: id, heldOn: day }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		return { session: await records.find(sessions, sessionId), marks: await records.list(attendance, { sessionId }) };
	},

	decide({ session, marks }, { heldOn }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		if (heldOn < session.firstOn) return refuse('training.held-before-first-day', { first: session.firstOn });
		if (heldOn < session.lastOn) return refuse('training.held-before-last-day', { last: session.lastOn });
		if (!marks.some(({ mark }) => wasThere(mark))) return refuse('training.nobody-came');
		const held = { ...session, state: 'held' as const, heldOn };
		return { writes: [put(sessions, held)], events: [answerMoved(held)] };
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
		return { session: await records.find(sessions, sessionId), marks: await records.list(attendance, { sessionId }) };
	},

	decide({ session, marks }, { cancelled }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state === 'held') return refuse('training.session-over', { code: session.code });
		if (cancelled && marks.some(({ mark }) => wasThere(mark))) return refuse('training.people-came');
		const after = { ...session, state: cancelled ? ('cancelled' as const) : ('planned' as const) };
		return { writes: [put(sessions, after)], events: [answerMoved(after)] };
	},
});
