import { searchDirectory } from '#capabilities/registry/server/reads.ts';
import type { PageServerLoad } from './$types';

/** The public directory; the words that are searched stand in the address. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const words = (url.searchParams.get('q') ?? '').slice(0, 100);
	return { language: locals.language, words, found: await locals.app.readers.asPublic((reading) => searchDirectory(reading, words)) };
};
