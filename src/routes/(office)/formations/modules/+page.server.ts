import { gives, rolesAt, standing } from '#app/standing.ts';
import { listModules } from '#capabilities/training/server/activities.ts';
import { readsQuestions } from '#capabilities/training/server/tests.ts';
import type { PageServerLoad } from './$types';

/** The catalogue of what is taught: each module with its newest version. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	return event.locals.app.readers.as(visitor.personId, async (reading) => ({
		modules: await listModules(reading, programme.id),
		questions: await readsQuestions(reading, programme.id),
		mayKeep: gives(await rolesAt(reading, visitor.personId, programme.id), 'training.keep-catalogue') && !programme.closed,
	}));
};
