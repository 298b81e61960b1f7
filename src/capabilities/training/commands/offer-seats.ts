import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf, show } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { organisations } from '../../registry/index.ts';
import { enrolments, seats, sessions } from '../schema.ts';

const MOST_SEATS = 500;

/** A number of seats in an input. */
export const offeredSeats = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_SEATS));
/** How many of some seats are meant for women, or for the young; left out when nothing is asked. */
export const seatAim = v.optional(v.nullable(offeredSeats), null);

/**
 * Offers an organisation a number of seats in a session, and says how many of them are meant for women and for the young.
 * Refuses fewer than it has taken, an aim above the seats, and a session that is over.
 */
export const offerSeats = defineCommand({
	name: 'training.offer-seats',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({ id, sessionId: id, organisationId: id, seats: offeredSeats, womenAim: seatAim, youthAim: seatAim }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, organisationId }) {
		const [before] = await records.list(seats, { sessionId, organisationId });
		return {
			session: await records.find(sessions, sessionId),
			organisation: await records.find(organisations, organisationId),
			before,
			taken: await records.list(enrolments, { sessionId, organisationId, withdrawn: false }),
		};
	},

	decide({ session, organisation, before, taken }, { id, sessionId, organisationId, seats: offered, ...aims }) {
		if (typeof session !== 'object' || typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (organisation.programmeId !== session.programmeId) return refuse('platform.not-permitted');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		if (offered < taken.length) return refuse('training.seats-taken-already', { taken: taken.length });
		if (Math.max(aims.womenAim ?? 0, aims.youthAim ?? 0) > offered) return refuse('training.aim-above-seats', { seats: offered });
		const row = {
			id: before?.id ?? id,
			scopeId: organisationId,
			sessionId,
			organisationId,
			partnerScopeId: session.scopeId,
			seats: offered,
			...aims,
		};
		return { writes: [addOrPut(seats, before, row), show(sessions, sessionId, organisationId)] };
	},
});
