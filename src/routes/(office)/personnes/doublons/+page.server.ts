import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { twinActions, twinsShown } from '#app/twins.ts';
import { newId } from '#kernel/ids.ts';
import { personFaces } from '#capabilities/people/server/twins.ts';
import type { Actions, PageServerLoad } from './$types';

/** The pairs that may be of one person, those told to be, and those told apart. */
export const load: PageServerLoad = async (event) => {
	const here = await standing(event);
	if (!here.may('people.merge')) error(403, 'not-permitted');
	const { searchParams } = event.url;
	return event.locals.app.readers.as(here.visitor.personId, async (reading) => {
		const { ids, ...shown } = await twinsShown(reading, 'people', { standing: here, tab: searchParams.get('onglet') });
		return { ...shown, faces: await personFaces(reading, ids), form: newId(), done: searchParams.get('fait') ?? '' };
	});
};

export const actions: Actions = twinActions('people', '/personnes/doublons');
