import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { withoutScript } from '#app/without-script.ts';
import { theApp } from '#app/server.ts';
import { withoutUnseen } from '#platform/commands/words.ts';
import { isTheme, THEME_COOKIE } from '#ui/theme.ts';
import { LANGUAGE_COOKIE, readerLanguage } from '#platform/messages/reader-language.ts';

const A_YEAR = 31_536_000;

/** Finds who asks and in which language, before any page; what a signed-in person reads is never stored on the way. */
export const handle: Handle = async ({ event, resolve }) => {
	const { locals, cookies, request, route } = event;
	locals.app = await theApp();
	// Before anything is asked of the records: PostgreSQL has no word for some signs, and no page of ours bears them.
	clean(event.url);
	if (Object.values(event.params).some((part) => part !== undefined && part !== withoutUnseen(part))) error(404, 'not-found');
	const isPublic = route.id?.startsWith('/(public)') ?? false;
	// A public page never reads who is signed in: it is the same for everyone, and may be kept by caches on the way.
	locals.visitor = isPublic ? undefined : await locals.app.visitorOf(request.headers.get('cookie') ?? undefined);
	locals.language = readerLanguage({
		asked: event.url.searchParams.get(LANGUAGE_COOKIE),
		kept: cookies.get(LANGUAGE_COOKIE) ?? locals.visitor?.language,
		accepted: request.headers.get('accept-language'),
	});
	// Field pages read the choice by script, without network.
	if (event.url.searchParams.has(LANGUAGE_COOKIE))
		cookies.set(LANGUAGE_COOKIE, locals.language, { path: '/', httpOnly: false, sameSite: 'strict', secure: locals.app.door.secure, maxAge: A_YEAR });

	const theme = themeOf(event);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', locals.language).replace('%theme%', theme).replace('%noscript%', withoutScript(route.id)),
		filterSerializedResponseHeaders: () => false,
	});
	if (!isPublic) response.headers.set('cache-control', response.headers.get('cache-control') ?? 'private, no-store');
	return response;
};

// In place: what an address asks reads the same to all that follows.
function clean(url: URL): void {
	const asked = [...url.searchParams];
	const cleaned = asked.map(([name, value]) => [withoutUnseen(name), withoutUnseen(value)] as [string, string]);
	if (asked.some(([name, value], at) => name !== cleaned[at]?.[0] || value !== cleaned[at]?.[1]))
		url.search = new URLSearchParams(cleaned).toString();
}

// Light, sun or dark, as chosen on this device; asked in the address (`?theme=sun`) it is kept from then on.
function themeOf({ url, cookies, locals }: Parameters<Handle>[0]['event']): string {
	const asked = url.searchParams.get(THEME_COOKIE);
	if (isTheme(asked))
		cookies.set(THEME_COOKIE, asked, { path: '/', httpOnly: false, sameSite: 'strict', secure: locals.app.door.secure, maxAge: A_YEAR });
	const theme = isTheme(asked) ? asked : cookies.get(THEME_COOKIE);
	return isTheme(theme) ? `data-theme="${theme}"` : '';
}

/** Says nothing of what went wrong inside; the operator reads it in the journal. */
export const handleError: HandleServerError = (caught) => {
	if (caught.kind === 'unknown') console.error(caught.error);
	return { message: caught.kind === 'unknown' ? 'unexpected' : String(caught.error.message) };
};
