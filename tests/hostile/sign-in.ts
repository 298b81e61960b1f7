import type { Program } from '../support/program.ts';

/** Somebody who uses a running program by plain requests. */
export type Person = Readonly<{
	cookie: string;
	read: (path: string) => Promise<Response>;
	fill: (path: string, boxes: Readonly<Record<string, string>>) => Promise<Response>;
	send: (path: string, body: string) => Promise<Response>;
}>;

/** Uses a program with a cookie, in a language; without a cookie as a stranger. */
export function personAt(address: string, cookie = '', language = 'fr'): Person {
	const headers = { accept: 'text/html', cookie: [cookie, `langue=${language}`].filter(Boolean).join('; '), origin: address };
	const ask = (path: string, more: RequestInit = {}) =>
		fetch(`${address}${path}`, { redirect: 'manual', ...more, headers: { ...headers, ...(more.headers as Record<string, string>) } });
	return {
		cookie,
		read: (path) => ask(path),
		fill: (path, boxes) => ask(path, { method: 'POST', body: new URLSearchParams(boxes) }),
		send: (path, body) => ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
	};
}

/** Signs somebody of the demonstration in and returns her cookie. Throws when she is not let in. */
export async function cookieOf(program: Program, userName: string): Promise<string> {
	const password = /emonstration: .* · (\S+)/.exec(program.said())?.[1] ?? '';
	const response = await personAt(program.address).fill('/entrer', { userName, password });
	const cookie = response.headers.getSetCookie().find((line) => line.includes('session_token'));
	if (!cookie) throw new Error(`${userName} was not let in: ${response.status}`);
	return cookie.split(';')[0] ?? '';
}
