import { error, json, type RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { comesFromOurPages } from '#app/from-our-pages.ts';
import { standingIfAny } from '#app/standing.ts';
import { id } from '#platform/commands/table.ts';
import { serverEpoch } from '#platform/sync/feed.ts';
import { openLane } from '#platform/sync/lanes.ts';

/** Enrols the person who is signed in on a device: gives the lane its secret and the key that commands are sealed to. */
export const POST: RequestHandler = async (event) => {
	const { request, url, locals } = event;
	if (!comesFromOurPages(request, url)) error(403, 'not-from-here');
	const { visitor, app } = locals;
	if (!visitor) error(401, 'sign-in');
	const sent = v.safeParse(v.object({ d: v.optional(id) }), await request.json().catch(() => undefined));
	if (!sent.success) error(400, 'not-understood');
	const lane = await openLane(app.door.pool, visitor.personId, sent.output.d);
	const demonstration = (await standingIfAny(event))?.programme.demonstration ?? false;
	return json({ ...lane, name: visitor.fullName, demonstration, e: await app.readers.as(visitor.personId, serverEpoch) });
};
