import type { IncomingMessage, ServerResponse } from 'node:http';

/** How far requests are believed: those of a trusted proxy tell the address, the host and the protocol of whoever asks. */
export type Trust = Readonly<{ behindProxy: boolean; thisMachineOnly: boolean }>;

const ALWAYS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'x-frame-options': 'DENY',
	// Pages bring a stricter policy of their own; this one is for what is not a page.
	'content-security-policy': "frame-ancestors 'none'",
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
};

/**
 * Makes the headers of a request say what is true before anybody reads them: nobody but a trusted proxy may tell us a
 * protocol or an address. SvelteKit then reads `x-forwarded-proto` and `x-forwarded-for`.
 */
export function correctRequest(request: IncomingMessage, { behindProxy }: Trust): void {
	const { headers } = request;
	const told = behindProxy ? firstOf(headers['x-forwarded-proto']) : undefined;
	headers['x-forwarded-proto'] = told === 'https' ? 'https' : 'http';
	const address = request.socket.remoteAddress ?? '';
	headers['x-forwarded-for'] = (behindProxy && headers['x-forwarded-for']) || address;
	const host = behindProxy ? firstOf(headers['x-forwarded-host']) : undefined;
	if (host) headers.host = host;
}

/** Sets on every response the headers that keep browsers careful. HTTPS is asked for ever only when this request came by it. */
export function protect(request: IncomingMessage, response: ServerResponse): void {
	for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
	if (request.headers['x-forwarded-proto'] === 'https') response.setHeader('strict-transport-security', 'max-age=31536000');
}

/** Whether a request may be answered: while only this machine is served, one under a foreign host name is a trick of a web page. */
export function isForUs(request: IncomingMessage, { behindProxy, thisMachineOnly }: Trust): boolean {
	if (behindProxy || !thisMachineOnly) return true;
	return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
}

function firstOf(header: string | string[] | undefined): string | undefined {
	return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim() || undefined;
}
