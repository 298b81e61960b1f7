import { error, type RequestHandler } from '@sveltejs/kit';
import { calendarAnswer } from '#app/calendar-answer.ts';
import { today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { promisesOf } from '#capabilities/needs/rules/promises.ts';
import { listGroups } from '#capabilities/needs/server/reads.ts';

/** What was promised and is still to come or has passed, as a calendar file that a phone can take in. */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	if (!visitor.roles.some(({ role }) => role !== 'donor' && role !== 'administrator')) error(403, 'not-permitted');
	const groups = await event.locals.app.readers.as(visitor.personId, (reading) => listGroups(reading, programme.id));
	const promises = groups.flatMap((group) => promisesOf(group, today())).filter(({ state }) => state === 'due' || state === 'late');
	return calendarAnswer(
		`${programme.code}-promesses`,
		today(),
		promises.map(({ id, on, label }) => ({ id, from: on, to: on, title: label })),
	);
};
