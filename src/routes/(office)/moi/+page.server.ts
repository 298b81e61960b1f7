import { redirect } from '@sveltejs/kit';
import { visitorOr } from '#app/standing.ts';
import { endSession, listSessions } from '#platform/access/door/sessions.ts';
import type { Actions, PageServerLoad } from './$types';

/** The person's own page: her open sessions, which she may end. */
export const load: PageServerLoad = async (event) => {
	const { personId, sessionId } = visitorOr(event);
	return { sessions: await listSessions(event.locals.app.door, personId, sessionId) };
};

export const actions: Actions = {
	/** Ends one session, on a lost phone for example. */
	end: async (event) => {
		const { personId } = visitorOr(event);
		await endSession(event.locals.app.door, personId, String((await event.request.formData()).get('sessionId') ?? ''));
		redirect(303, '/moi');
	},
	/** Leaves: ends this session and forgets its cookie. */
	leave: async (event) => {
		const { personId, sessionId } = visitorOr(event);
		await endSession(event.locals.app.door, personId, sessionId);
		event.cookies.delete('shigikira.session_token', { path: '/' });
		redirect(303, '/');
	},
};
