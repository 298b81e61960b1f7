import { error, type RequestHandler } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { calendarFile } from '#capabilities/needs/rules/calendar-file.ts';
import { promisesOf } from '#capabilities/needs/rules/promises.ts';
import { listGroups } from '#capabilities/needs/server/reads.ts';

/** What was promised and is still to come or has passed, as a calendar file that a phone can take in. */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	if (!visitor.roles.some(({ role }) => role !== 'donor' && role !== 'administrator')) error(403, 'not-permitted');
	const groups = await event.locals.app.readers.as(visitor.personId, (reading) => listGroups(reading, programme.id));
	const promises = groups.flatMap((group) => promisesOf(group, today())).filter(({ state }) => state === 'due' || state === 'late');
	return new Response(calendarFile(promises, today()), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${programme.code}-promesses.ics"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
