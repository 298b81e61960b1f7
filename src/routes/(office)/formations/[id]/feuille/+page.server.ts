import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findSession, listEnrolled } from '#capabilities/training/server/reads.ts';
import type { PageServerLoad } from './$types';

/** The attendance sheet of a session, to print: a person without a phone signs it, and it comes back by its code. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		return { session, people: await listEnrolled(reading, id) };
	});
};
