import { today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { addDays, addMonths, daysInMonth, type CalendarDate } from '#kernel/calendar-date.ts';
import { listSessionsBetween } from '#capabilities/training/server/session-list.ts';
import type { PageServerLoad } from './$types';

/** The sessions of one month, day by day; the month stands in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const asked = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(event.url.searchParams.get('mois') ?? '')?.[0] ?? today().slice(0, 7);
	// A month of its shape has a first day.
	const from = `${asked}-01` as CalendarDate;
	const to = addDays(from, daysInMonth(Number(asked.slice(0, 4)), Number(asked.slice(5))) - 1);
	const sessions = await event.locals.app.readers.as(visitor.personId, (reading) =>
		listSessionsBetween(reading, { programmeId: programme.id, from, to }),
	);
	const days = [...Map.groupBy(sessions, ({ firstOn }) => (firstOn < from ? from : firstOn))];
	return {
		month: from,
		today: today(),
		before: addMonths(from, -1).slice(0, 7),
		after: addMonths(from, 1).slice(0, 7),
		isThisMonth: asked === today().slice(0, 7),
		days: days.map(([day, all]) => ({ day, sessions: all })),
	};
};
