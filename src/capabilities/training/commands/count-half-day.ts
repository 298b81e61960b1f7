import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { totals } from '../activity-schema.ts';
import { attendedByTotals } from '../activity-facts.ts';
import { halfDay, sessions } from '../schema.ts';

const MOST = 5000;
const headcount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST));

/**
 * Writes how many women and men came to one half-day of a discreet session, and how many of them are young. No name is taken.
 * Refuses for a session whose list bears names, a half-day it does not have, more young than there were, and a cancelled one.
 */
export const countHalfDay = defineCommand({
	name: 'training.count-half-day',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({ id, sessionId: id, halfDay, women: headcount, men: headcount, youngWomen: headcount, youngMen: headcount }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		return { session: await records.find(sessions, sessionId), counted: await records.list(totals, { sessionId }) };
	},

	decide({ session, counted }, { id, ...asked }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (!session.discreet) return refuse('training.names-are-kept');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (!session.halfDays.includes(asked.halfDay)) return refuse('training.no-such-half-day', { day: asked.halfDay.slice(0, 10) });
		if (asked.youngWomen > asked.women || asked.youngMen > asked.men) return refuse('training.more-young-than-came');
		const before = counted.find((other) => other.halfDay === asked.halfDay);
		const row = { id: before?.id ?? id, scopeId: session.scopeId, ...asked };
		const after = [...counted.filter((other) => other !== before), row];
		return { writes: [addOrPut(totals, before, row)], facts: attendedByTotals(session, after) };
	},
});
