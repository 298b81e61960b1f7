import { error } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { addMonths, isCalendarDate, type CalendarDate } from '#kernel/calendar-date.ts';
import { promisedInMonth, promisesOf } from '#capabilities/needs/rules/promises.ts';
import { listGroups } from '#capabilities/needs/server/reads.ts';
import type { PageServerLoad } from './$types';

/** What was promised, one month at a time; the month stands in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	if (!visitor.roles.some(({ role }) => role !== 'donor' && role !== 'administrator')) error(403, 'not-permitted');
	const asked = `${event.url.searchParams.get('mois') ?? ''}-01`;
	const first = (isCalendarDate(asked) ? asked : `${today().slice(0, 7)}-01`) as CalendarDate;
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const groups = await listGroups(reading, programme.id);
		const headings = new Map(groups.map(({ id, heading }) => [id, heading]));
		const promises = groups.flatMap((group) => promisesOf(group, today()));
		return {
			today: today(),
			first,
			before: addMonths(first, -1).slice(0, 7),
			after: addMonths(first, 1).slice(0, 7),
			promises: promisedInMonth(promises, first.slice(0, 7)).map((promise) => ({ ...promise, heading: headings.get(promise.groupId) ?? '' })),
		};
	});
};
