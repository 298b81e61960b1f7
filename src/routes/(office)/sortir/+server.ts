import { redirect, type RequestHandler } from '@sveltejs/kit';
import { endSession } from '#platform/access/door/sessions.ts';
import { sessionCookie } from '#platform/access/door/door.ts';

/** Ends this session and forgets its cookie. */
export const POST: RequestHandler = async ({ locals, cookies }) => {
	if (locals.visitor) await endSession(locals.app.door, locals.visitor.personId, locals.visitor.sessionId);
	cookies.delete(sessionCookie, { path: '/' });
	redirect(303, '/');
};
