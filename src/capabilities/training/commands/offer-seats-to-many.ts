import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scopeOf, show } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { organisations } from '../../registry/index.ts';
import { seats, sessions, type Session } from '../schema.ts';
import { offeredSeats, seatAim } from './offer-seats.ts';

/**
 * Offers the same number of seats to many organisations at once. One that was offered some already keeps its own number.
 * Refuses an aim above the seats, an organisation of another programme, and a session that is over.
 */
export const offerSeatsToMany = defineCommand({
	name: 'training.offer-seats-to-many',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({
		...{ sessionId: id, seats: offeredSeats, womenAim: seatAim, youthAim: seatAim },
		offers: v.pipe(v.array(v.object({ id, organisationId: id })), v.minLength(1), v.maxLength(300)),
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, offers }) {
		const homes = [];
		for (const { organisationId } of offers) homes.push(await records.find(organisations, organisationId));
		return { session: await records.find(sessions, sessionId), homes, before: await records.list(seats, { sessionId }) };
	},

	decide({ session, homes, before }, { seats: offered, womenAim, youthAim, offers }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (homes.some((home) => typeof home !== 'object' || home.programmeId !== session.programmeId)) return refuse('platform.not-permitted');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		if (Math.max(womenAim ?? 0, youthAim ?? 0) > offered) return refuse('training.aim-above-seats', { seats: offered });
		const have = new Set<string>(before.map(({ organisationId }) => organisationId));
		const wanted = [...new Map(offers.map((offer) => [offer.organisationId, offer])).values()].filter(
			({ organisationId }) => !have.has(organisationId),
		);
		return {
			writes: wanted.flatMap((offer) => [
				add(seats, { ...offer, ...ofSession(session, offer.organisationId), seats: offered, womenAim, youthAim }),
				show(sessions, session.id, offer.organisationId),
			]),
		};
	},
});

function ofSession({ id: sessionId, scopeId: partnerScopeId }: Session, organisationId: Session['id']) {
	return { scopeId: organisationId, sessionId, partnerScopeId };
}
