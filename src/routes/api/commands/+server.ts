import { error, json, type RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { comesFromOurPages } from '#app/from-our-pages.ts';
import { id } from '#platform/commands/table.ts';
import { runCommand } from '#platform/commands/runner.ts';

const envelope = v.object({ id, name: v.pipe(v.string(), v.maxLength(120)), version: v.number(), input: v.unknown() });

/** Takes one command of the person who is signed in; answers with its outcome, the same each time it is sent. */
export const POST: RequestHandler = async ({ request, url, locals }) => {
	if (!comesFromOurPages(request, url)) error(403, 'not-from-here');
	if (!locals.visitor) error(401, 'sign-in');
	const sent = v.safeParse(envelope, await request.json().catch(() => undefined));
	if (!sent.success) error(400, 'not-a-command');
	const outcome = await runCommand(locals.app.house, { personId: locals.visitor.personId }, sent.output);
	return json(outcome, { headers: { 'cache-control': 'private, no-store' } });
};
