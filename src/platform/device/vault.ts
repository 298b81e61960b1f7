/** Bytes that only the person's PIN opens: a nonce, then the AES-GCM text. */
export type Box = Uint8Array<ArrayBuffer>;

/** What is stored to try a PIN against: the salt, how many rounds, and the wrapped data key. None of it says whose it is. */
export type PinLock = Readonly<{ salt: Box; rounds: number; wrapped: Box }>;

/** What a PIN opens: it boxes values, each bound to its place in the store, and makes the opaque keys of rows. */
export type Vault = Readonly<{
	seal(place: string, value: unknown): Promise<Box>;
	/** Throws when the box was altered, or stands in another place than the one it was made for. */
	open<T>(place: string, box: Box): Promise<T>;
	rowKey(table: string, id: string): Promise<string>;
}>;

const NONCE = 12;
const KEY_PLACE = 'key';
// Lengths would tell tables apart: texts are filled up to a multiple of this.
const STEP = 128;
const FEWEST_ROUNDS = 100_000;
const MOST_ROUNDS = 1_000_000;

/** Makes a new data key under a PIN. Returns the open vault and the lock to store. */
export async function newVault(pin: string, rounds: number): Promise<{ vault: Vault; lock: PinLock }> {
	const salt = randomBytes(16);
	const secret = randomBytes(32);
	const wrapped = await encrypt(await keyOfPin(pin, salt, rounds), KEY_PLACE, secret);
	return { vault: await vaultOf(secret), lock: { salt, rounds, wrapped } };
}

/** Tries a PIN against a lock. Returns the open vault, or `undefined` when the PIN is not the one. */
export async function openVault({ salt, rounds, wrapped }: PinLock, pin: string): Promise<Vault | undefined> {
	const key = await keyOfPin(pin, salt, rounds);
	const secret = await decrypt(key, KEY_PLACE, wrapped).catch(() => undefined);
	return secret && vaultOf(secret);
}

/** Finds how many rounds of PBKDF2 this phone does in a time it does not mind to wait for: more rounds hold a thief up longer. */
export async function roundsFor(milliseconds: number, elapsed: () => number): Promise<number> {
	const sample = 50_000;
	const begun = elapsed();
	await keyOfPin('0000', randomBytes(16), sample);
	const took = Math.max(elapsed() - begun, 1);
	return Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, Math.round((sample * milliseconds) / took)));
}

/** Random bytes, as many as asked. */
export function randomBytes(length: number): Box {
	return crypto.getRandomValues(new Uint8Array(length));
}

/** The bytes of a text, in UTF-8. */
export function bytesOf(text: string): Box {
	return new TextEncoder().encode(text);
}

/** Bytes as base64 that may stand anywhere. */
export function inLetters(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/** A short, one-way mark of a text, for looking something up without keeping it. */
export async function markOf(text: string): Promise<string> {
	return inLetters(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))).slice(0, 16));
}

async function vaultOf(secret: Box): Promise<Vault> {
	const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	const derived = (info: string, what: AesKeyGenParams | HmacImportParams, use: KeyUsage[]) =>
		crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(info) }, root, what, false, use);
	const values = await derived('values', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
	const rows = await derived('rows', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
	return {
		seal: (place, value) => encrypt(values, place, filledUp(JSON.stringify(value))),
		// What is in a box was put there by `seal`: its shape is that of the place.
		open: async <T>(place: string, box: Box) => JSON.parse(new TextDecoder().decode(await decrypt(values, place, box))) as T,
		rowKey: async (table, id) => inLetters(new Uint8Array(await crypto.subtle.sign('HMAC', rows, bytesOf(`${table}\0${id}`))).slice(0, 16)),
	};
}

async function keyOfPin(pin: string, salt: Box, iterations: number): Promise<CryptoKey> {
	const key = await crypto.subtle.importKey('raw', bytesOf(pin), 'PBKDF2', false, ['deriveKey']);
	const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	return crypto.subtle.deriveKey(way, key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function encrypt(key: CryptoKey, place: string, plain: Box): Promise<Box> {
	const iv = randomBytes(NONCE);
	const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, plain);
	const box = new Uint8Array(NONCE + text.byteLength);
	box.set(iv);
	box.set(new Uint8Array(text), NONCE);
	return box;
}

async function decrypt(key: CryptoKey, place: string, box: Box): Promise<Box> {
	const way = { name: 'AES-GCM', iv: box.slice(0, NONCE), additionalData: bytesOf(place) };
	return new Uint8Array(await crypto.subtle.decrypt(way, key, box.slice(NONCE)));
}

function filledUp(text: string): Box {
	const bytes = bytesOf(text);
	const filled = new Uint8Array(Math.ceil(bytes.length / STEP) * STEP).fill(32);
	filled.set(bytes);
	return filled;
}
