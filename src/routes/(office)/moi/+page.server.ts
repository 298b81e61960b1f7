import { redirect } from '@sveltejs/kit';
import { visitorOr } from '#app/standing.ts';
import { deviceName } from '#platform/access/door/device-name.ts';
import { endSession, listSessions } from '#platform/access/door/sessions.ts';
import type { Actions, PageServerLoad } from './$types';

/** The person's own page: her open sessions, which she may end. */
export const load: PageServerLoad = async (event) => {
	const { personId, sessionId } = visitorOr(event);
	const sessions = await listSessions(event.locals.app.door, personId, sessionId);
	return { sessions: sessions.map((session) => ({ ...session, device: deviceName(session.device) })) };
};

export const actions: Actions = {
	/** Ends one session, on a lost phone for example. */
	end: async (event) => {
		const { personId } = visitorOr(event);
		await endSession(event.locals.app.door, personId, String((await event.request.formData()).get('sessionId') ?? ''));
		redirect(303, '/moi');
	},
};
