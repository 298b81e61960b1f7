import { error, redirect } from '@sveltejs/kit';
import { visitorOr } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findRun } from '#platform/jobs/runs.ts';
import type { PageServerLoad } from './$types';

/** How far the reading of a list is; when it is over, the list itself. */
export const load: PageServerLoad = async (event) => {
	const visitor = visitorOr(event);
	const { run: id } = event.params;
	const run = isId(id) ? await event.locals.app.readers.as(visitor.personId, (reading) => findRun(reading, id)) : undefined;
	if (!run) error(404, 'not-found');
	if (run.state === 'ended' && run.result) redirect(303, `/organisations/importer/${run.result}`);
	event.depends('jobs:run');
	return { run };
};
