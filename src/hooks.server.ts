import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { theApp } from '#app/server.ts';
import { visitorOf } from '#platform/access/door/visitor.ts';
import { isLanguage, type Language } from '#kernel/language.ts';

/** Finds who asks and in which language, before any page; what a signed-in person reads is never stored on the way. */
export const handle: Handle = async ({ event, resolve }) => {
	const { locals, cookies, request, route } = event;
	locals.app = await theApp();
	const isPublic = route.id?.startsWith('/(public)') ?? false;
	// A public page never reads who is signed in: it is the same for everyone, and may be kept by caches on the way.
	locals.visitor = isPublic ? undefined : await visitorOf(locals.app.door, request.headers.get('cookie') ?? undefined);
	locals.language = languageOf(cookies.get('langue'), locals.visitor?.language, request.headers.get('accept-language'));

	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', locals.language),
		filterSerializedResponseHeaders: () => false,
	});
	if (!isPublic) response.headers.set('cache-control', response.headers.get('cache-control') ?? 'private, no-store');
	return response;
};

/** Says nothing of what went wrong inside; the operator reads it in the journal. */
export const handleError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'not-found' : 'unexpected' };
};

function languageOf(chosen: string | undefined, own: Language | undefined, accepted: string | null): Language {
	if (isLanguage(chosen)) return chosen;
	if (own) return own;
	const [first] = (accepted ?? '').slice(0, 2).split(',');
	return isLanguage(first) ? first : 'fr';
}
