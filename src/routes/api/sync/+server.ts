import { error, json, type RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { comesFromOurPages } from '#app/from-our-pages.ts';
import { synchronise } from '#platform/sync/synchronise.ts';
import { LARGEST_REQUEST, syncRequest } from '#platform/sync/wire.ts';

/** Takes a phone's commands and tells it what it does not know yet, in one request. */
export const POST: RequestHandler = async ({ request, url, locals }) => {
	if (!comesFromOurPages(request, url)) error(403, 'not-from-here');
	if (!locals.visitor) error(401, 'sign-in');
	const text = await request.text();
	if (text.length > LARGEST_REQUEST * 2) error(413, 'too-large');
	const sent = v.safeParse(syncRequest, parsed(text));
	if (!sent.success) error(400, 'not-understood');
	if (sent.output.a && sent.output.a !== locals.visitor.personId) error(409, 'other-person');
	const { house, readers, door } = locals.app;
	return json(await synchronise({ house, readers, doorkeeper: door.pool }, locals.visitor.personId, sent.output));
};

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
