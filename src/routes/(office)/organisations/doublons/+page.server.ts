import { error, redirect } from '@sveltejs/kit';
import { seekTwinsOfProgramme } from '#app/seeking-twins.ts';
import { standing } from '#app/standing.ts';
import { twinActions, twinsShown } from '#app/twins.ts';
import { newId } from '#kernel/ids.ts';
import { organisationFaces } from '#capabilities/registry/server/twins.ts';
import type { Actions, PageServerLoad } from './$types';

/** The pairs that may be of one organisation, those told to be, and those told apart. */
export const load: PageServerLoad = async (event) => {
	const here = await standing(event);
	if (!here.may('registry.merge')) error(403, 'not-permitted');
	const { searchParams } = event.url;
	return event.locals.app.readers.as(here.visitor.personId, async (reading) => {
		const { ids, ...shown } = await twinsShown(reading, 'registry', { standing: here, tab: searchParams.get('onglet') });
		return { ...shown, faces: await organisationFaces(reading, ids), form: newId(), done: searchParams.get('fait') ?? '' };
	});
};

export const actions: Actions = {
	...twinActions('registry', '/organisations/doublons'),
	/** Looks again through the whole programme, while the person goes on. */
	seek: async (event) => {
		const { may, programme } = await standing(event);
		if (!may('registry.merge')) error(403, 'not-permitted');
		await seekTwinsOfProgramme(event, programme.id);
		redirect(303, '/organisations/doublons?fait=seeking');
	},
};
