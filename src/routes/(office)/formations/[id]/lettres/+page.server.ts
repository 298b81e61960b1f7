import { error } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { invitationLetter, priorInformationLetter } from '#app/session-letters.ts';
import { rolesAt, standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findSession, listSeats } from '#capabilities/training/server/reads.ts';
import type { PageServerLoad } from './$types';

/** The letters of a session, to print: one to each organisation that was offered seats, one that informs the administration. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session || (await rolesAt(reading, visitor.personId, session.scopeId)).size === 0) error(404, 'not-found');
		const offered = (await listSeats(reading, id)).filter(({ seats, organisation }) => seats !== null && seats > 0 && organisation !== '');
		const about = { session, programme: programme.name, writtenOn: today() };
		return {
			session,
			demonstration: programme.demonstration,
			// Of a discreet activity nothing is written to anybody who is not invited.
			letters: [...offered.map((seat) => invitationLetter(about, seat)), ...(session.discreet ? [] : [priorInformationLetter(about)])],
		};
	});
};
