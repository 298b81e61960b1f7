import type { Surroundings } from './phone.ts';
import { roundsFor } from './vault.ts';

/** What this browser lacks to keep records here; `insecure` when only the address is to blame (plain HTTP). */
export type Missing = Readonly<{ kind: 'missing'; because: 'insecure' | 'browser' }>;

const A_MINUTE = 60_000;
const UNLOCKS_IN = 350;
const COOKIE = 'appareil';
const FOUR_HUNDRED_DAYS = 34_560_000;

/** Tells whether records can be kept here at all: it takes encryption, a store, and a page that opens without network. */
export function findMissing(): Missing | undefined {
	const isThere = typeof globalThis.crypto?.subtle === 'object' && typeof globalThis.indexedDB === 'object' && 'serviceWorker' in navigator;
	if (isThere) return undefined;
	return { kind: 'missing', because: globalThis.isSecureContext ? 'browser' : 'insecure' };
}

/** The surroundings of a page in a browser. */
export function browserSurroundings(): Surroundings {
	const elapsed = () => performance.now();
	return {
		post,
		now: () => Date.now(),
		elapsed,
		chance: () => Math.random(),
		after(milliseconds, act) {
			const timer = setTimeout(act, milliseconds);
			return () => clearTimeout(timer);
		},
		locks: navigator.locks,
		bell(onring) {
			if (typeof BroadcastChannel === 'undefined') return { ring: () => undefined, close: () => undefined };
			const channel = new BroadcastChannel('shigikira');
			channel.onmessage = onring;
			return { ring: () => channel.postMessage(''), close: () => channel.close() };
		},
		// Cookies outlive a store that the browser empties when the phone is full.
		remembered: {
			read: () => new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f-]{36})`).exec(document.cookie)?.[1],
			write: (device) => void (document.cookie = `${COOKIE}=${device}; path=/terrain; max-age=${FOUR_HUNDRED_DAYS}; samesite=strict`),
		},
		rounds: () => roundsFor(UNLOCKS_IN, elapsed),
	};
}

async function post(path: string, body: string) {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), A_MINUTE);
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
			signal: patience.signal,
			credentials: 'same-origin',
		});
		const date = Date.parse(response.headers.get('date') ?? '');
		return { status: response.status, text: await response.text(), at: Number.isNaN(date) ? undefined : date };
	} finally {
		clearTimeout(timer);
	}
}
