import { json, type RequestHandler } from '@sveltejs/kit';
import { searchCommunes } from '#capabilities/programme/server/places.ts';

/** Suggests communes for a few letters. Places are public: nobody needs to sign in for them. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const letters = (url.searchParams.get('q') ?? '').slice(0, 60).trim();
	const scheme = url.searchParams.get('division') === '2017' ? '2017' : '2025';
	const found = letters ? await locals.app.readers.asPublic((reading) => searchCommunes(reading, scheme, letters)) : [];
	return json(found, { headers: { 'cache-control': 'public, max-age=3600' } });
};
