import { immutable } from '$app/manifest';
import { version } from '$app/env';
import { self } from '$app/service-worker';

// Assets, never data: what the phone knows of people is in its encrypted store, and only there.
const CACHE = `terrain-${version}`;
// Every field page is the same empty page, whose address tells its script what to show; but it names its assets relatively,
// and so there is one for each depth of address.
const SHELLS: readonly string[] = ['/terrain', '/terrain/envois', '/terrain/presence/fiche'];
const CHOICE = /[?&](langue|theme)=/;
const ASSETS = new Set(immutable.map(({ path }) => new URL(path, self.location.origin).pathname));

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(letOldOnesGo()));

// A new version waits until a page that has just opened, with nothing typed yet, calls it.
self.addEventListener('message', (event) => {
	if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (ASSETS.has(pathname)) event.respondWith(keptOrFetched(pathname, request));
	// An address that asks for another language or theme is for the server, while there is one.
	else if (request.mode === 'navigate' && isField(pathname))
		event.respondWith(CHOICE.test(search) ? fetchedOrKept(pathname, request) : keptOrFetched(shellOf(pathname), request));
});

function isField(pathname: string): boolean {
	return pathname === '/terrain' || pathname.startsWith('/terrain/');
}

function shellOf(pathname: string): string {
	return SHELLS[pathname.split('/').length - 2] ?? pathname;
}

async function fill(): Promise<void> {
	const cache = await caches.open(CACHE);
	await cache.addAll([...SHELLS, ...ASSETS]);
}

async function letOldOnesGo(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
	await self.clients.claim();
}

async function keptOrFetched(path: string, request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	return (await cache.match(path)) ?? fetch(request);
}

async function fetchedOrKept(pathname: string, request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch {
		return keptOrFetched(shellOf(pathname), request);
	}
}
