import type { RequestHandler } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { calendarOf } from '#app/sessions-calendar.ts';
import { standing } from '#app/standing.ts';
import { addMonths } from '#kernel/calendar-date.ts';
import { listSessionsBetween } from '#capabilities/training/server/session-list.ts';

const MONTHS = 12;

/** The sessions a person sees, of the past year and the next, for her own calendar. */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	const [from, to] = [addMonths(today(), -MONTHS), addMonths(today(), MONTHS)];
	const sessions = await event.locals.app.readers.as(visitor.personId, (reading) =>
		listSessionsBetween(reading, { programmeId: programme.id, from, to }),
	);
	return calendarOf(`${programme.code}-activites`, today(), sessions);
};
