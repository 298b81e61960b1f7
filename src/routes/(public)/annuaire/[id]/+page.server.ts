import { error } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { findListed } from '#capabilities/registry/server/directory.ts';
import type { PageServerLoad } from './$types';

/** One listed organisation. One that never agreed, and one that withdrew, are not told apart from none. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const listed = isId(params.id) ? await locals.app.readers.asPublic((reading) => findListed(reading, params.id)) : undefined;
	if (!listed) error(404, 'not-found');
	return { language: locals.language, listed };
};
