/** An identifier: a UUID in lower case, minted where the person acts. */
export type Id = string;

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Tells whether a text has the shape of an identifier. */
export function isId(text: unknown): text is Id {
	return typeof text === 'string' && SHAPE.test(text);
}

/**
 * Mints an identifier (UUID version 7, RFC 9562): the millisecond first, so neighbours in time are neighbours in an index.
 * Takes the moment in milliseconds (now by default); returns the identifier. `crypto.getRandomValues` also exists where
 * `crypto.randomUUID` does not (plain HTTP on a local network).
 */
export function newId(moment: number = Date.now()): Id {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	const time = moment.toString(16).padStart(12, '0').slice(-12);
	const variant = (((bytes[8] ?? 0) & 0x3f) | 0x80).toString(16);
	return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}`;
}

// FNV-1a over 128 bits (draft-eastlake-fnv): plain arithmetic, the same in a rule, on the server and on a phone.
const [BASIS, PRIME, ROOM] = [0x6c62272e07bb014262b821756295c58dn, 0x1000000000000000000013bn, (1n << 128n) - 1n];

/**
 * An identifier that follows from what it is for (UUID version 8): a rule that writes a row nobody minted an id for names it by
 * this, and names it again when it meets it. It is no secret and proves nothing.
 */
export function idFor(what: string): Id {
	let hash = BASIS;
	for (const byte of new TextEncoder().encode(what)) hash = ((hash ^ BigInt(byte)) * PRIME) & ROOM;
	const hex = hash.toString(16).padStart(32, '0');
	const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
