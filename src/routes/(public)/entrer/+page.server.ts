import { fail, redirect } from '@sveltejs/kit';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { setCookies, wayBack } from '#app/entering.ts';
import { enter } from '#platform/access/door/enter.ts';
import type { Actions, PageServerLoad } from './$types';

/** The door: where the person will go once she is in. */
export const load: PageServerLoad = ({ locals, url }) => ({ language: locals.language, next: wayBack(url) });

export const actions: Actions = {
	/** Lets a person in by user name and password. */
	default: async (event) => {
		const data = await event.request.formData();
		const userName = String(data.get('userName') ?? '').slice(0, 100);
		const entered = await enter(
			event.locals.app.door,
			{ userName, password: String(data.get('password') ?? '') },
			{
				address: event.getClientAddress(),
				device: event.request.headers.get('user-agent') ?? '',
			},
		);
		if (isRefusal(entered)) return fail<{ refusal: Refusal; typed: { userName: string } }>(422, { refusal: entered, typed: { userName } });
		setCookies(event, entered.cookies);
		redirect(303, wayBack(event.url));
	},
};
