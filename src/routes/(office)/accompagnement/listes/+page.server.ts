import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { listChecklists } from '#capabilities/training/server/coaching.ts';
import type { PageServerLoad } from './$types';

/** The checklists in use, each by its latest version. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('training.coach')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const all = await listChecklists(reading, programme.id);
		return {
			done: event.url.searchParams.get('fait') ?? '',
			checklists: all
				.filter(({ familyId }, at) => all.findIndex((other) => other.familyId === familyId) === at)
				.map(({ id, name, version, madeOn, sections }) => ({
					...{ id, name, version, madeOn, sections: sections.length },
					points: sections.reduce((sum, { points }) => sum + points.length, 0),
				})),
			mayKeep: may('training.keep-checklists') && !programme.closed,
		};
	});
};
