import type { RequestEvent } from '@sveltejs/kit';

/** Sets the cookies that the door gave, through the framework so that they go with a redirect. */
export function setCookies({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>, given: readonly string[]): void {
	for (const line of given) {
		const [pair = '', ...attributes] = line.split(';');
		const cut = pair.indexOf('=');
		const maxAge = attributes.map((attribute) => /^\s*max-age=(\d+)/i.exec(attribute)?.[1]).find(Boolean);
		cookies.set(pair.slice(0, cut), pair.slice(cut + 1), {
			path: '/',
			httpOnly: true,
			sameSite: 'strict',
			secure: locals.app.door.secure,
			encode: (value) => value,
			...(maxAge && { maxAge: Number(maxAge) }),
		});
	}
}

/** Where an address asks to go once the person is in: a page of ours, never another site. */
export function wayBack(url: URL): string {
	const asked = url.searchParams.get('vers') ?? '';
	return /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : '/bureau';
}
