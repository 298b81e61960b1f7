import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { checkCertificate } from '#app/checking-certificates.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const LONGEST = 120;

/** The page where anybody checks a certificate: it asks its number and its name, and answers yes or no. */
export const load: PageServerLoad = ({ locals, url }) => ({
	language: locals.language,
	number: (url.searchParams.get('numero') ?? '').slice(0, LONGEST),
});

export const actions: Actions = {
	/** Answers whether a certificate stands. */
	default: async ({ request, locals }) => {
		const data = await request.formData();
		const typed = { number: String(data.get('number') ?? '').slice(0, LONGEST), name: String(data.get('name') ?? '').slice(0, LONGEST) };
		const missing = typed.number.trim() === '' ? 'number' : typed.name.trim() === '' ? 'name' : '';
		const answer = missing ? refuse('platform.missing', { field: missing }) : await checkCertificate(locals.app, typed);
		if (isRefusal(answer)) return fail<{ refusal: Refusal; field: string; typed: typeof typed }>(422, { refusal: answer, field: missing, typed });
		return { ...answer, typed };
	},
};
