import { error } from '@sveltejs/kit';
import { findProgramme, listPartners, loadFrame } from '#capabilities/programme/server/reads.ts';
import type { PageServerLoad } from './$types';

/** The frame of one programme; what is not known is said to be to confirm. */
export const load: PageServerLoad = async ({ locals, params }) =>
	locals.app.readers.asPublic(async (reading) => {
		const programme = await findProgramme(reading, params.code);
		if (!programme) error(404, 'not-found');
		return { language: locals.language, programme, partners: await listPartners(reading, programme.id), frame: await loadFrame(reading, programme.id) };
	});
