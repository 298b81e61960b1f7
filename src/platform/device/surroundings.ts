import { openStore } from './device-store.ts';
import type { Catalogue, Phone, Surroundings } from './phone.ts';
import { roundsFor } from './vault.ts';

/** Why records cannot be kept here: the address (plain HTTP), an old browser, or a browser that keeps no store (private window). */
export type Missing = Readonly<{ kind: 'missing'; because: 'insecure' | 'browser' | 'store' }>;

const A_MINUTE = 60_000;
const UNLOCKS_IN = 350;
const COOKIE = 'appareil';
const FOUR_HUNDRED_DAYS = 34_560_000;

/**
 * Opens this phone's store, for the catalogue of what its pages can do.
 * Keeping records takes encryption, a store, and a page that opens without network: returns what is missing, if anything is.
 */
export async function openPhone(catalogue: Catalogue): Promise<Phone | Missing> {
	const isThere = typeof globalThis.crypto?.subtle === 'object' && typeof globalThis.indexedDB === 'object' && 'serviceWorker' in navigator;
	if (!isThere) return { kind: 'missing', because: globalThis.isSecureContext ? 'browser' : 'insecure' };
	const store = await openStore('shigikira').catch(() => undefined);
	return store ? { store, around: browserSurroundings(), catalogue } : { kind: 'missing', because: 'store' };
}

/** Asks the browser not to empty the store when the phone is full. Returns whether it agreed. */
export async function keepForGood(): Promise<boolean> {
	return (await navigator.storage?.persist?.()) ?? false;
}

function browserSurroundings(): Surroundings {
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
		whenOnline(act) {
			addEventListener('online', act);
			return () => removeEventListener('online', act);
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
