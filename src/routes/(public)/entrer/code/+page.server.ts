import { fail, redirect } from '@sveltejs/kit';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { setCookies } from '#app/entering.ts';
import { enterWithCode } from '#platform/access/door/enter.ts';
import type { Actions, PageServerLoad } from './$types';

/** The door of the one-time code. */
export const load: PageServerLoad = ({ locals }) => ({ language: locals.language });

export const actions: Actions = {
	/** Lets a person in by the code on paper; she chooses her password. */
	default: async (event) => {
		const data = await event.request.formData();
		const text = (name: string) => String(data.get(name) ?? '').slice(0, 300);
		const typed = { userName: text('userName').slice(0, 100), code: text('code').slice(0, 40) };
		const entered = await enterWithCode(
			event.locals.app.door,
			{ ...typed, password: text('password') },
			{ address: event.getClientAddress(), device: event.request.headers.get('user-agent') ?? '' },
		);
		if (isRefusal(entered)) return fail<{ refusal: Refusal; typed: typeof typed }>(422, { refusal: entered, typed });
		setCookies(event, entered.cookies);
		redirect(303, '/bureau');
	},
};
