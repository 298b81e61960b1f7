import { error, type RequestHandler } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { calendarOf } from '#app/sessions-calendar.ts';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findSession } from '#capabilities/training/server/reads.ts';

/** One session, for the calendar of whoever may read its face. */
export const GET: RequestHandler = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	const session = await event.locals.app.readers.as(visitor.personId, (reading) => findSession(reading, id));
	if (!session) error(404, 'not-found');
	return calendarOf(session.code, today(), [session]);
};
