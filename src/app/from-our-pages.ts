/**
 * Tells whether a request to the API comes from our own pages: JSON, and no other site named as its origin.
 * A foreign page cannot send JSON without asking first, and the cookie is not sent with it; this is the second lock.
 */
export function comesFromOurPages(request: Request, url: URL): boolean {
	const origin = request.headers.get('origin');
	const fromHere = origin === null ? request.headers.get('sec-fetch-site') !== 'cross-site' : origin === url.origin;
	return fromHere && (request.headers.get('content-type') ?? '').startsWith('application/json');
}
