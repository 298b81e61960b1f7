import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { printedHalfDays, printedSheets } from '#capabilities/training/rules/printed-sheets.ts';
import { findSession, listEnrolled } from '#capabilities/training/server/reads.ts';
import type { PageServerLoad } from './$types';

/** The attendance sheet of a session, to print: a person without a phone signs it, and it comes back by its code. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		return {
			session,
			demonstration: programme.demonstration,
			halfDays: printedHalfDays(session.halfDays),
			sheets: printedSheets(await listEnrolled(reading, id)),
		};
	});
};
