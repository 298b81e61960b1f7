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

/**
 * An identifier beside another: what belongs to a record whose id is known gets an id that follows from it, so that the same
 * act done again makes the same records. Takes the record's id and which of its companions is meant (1 to 65 535).
 */
export function idBeside(id: Id, which: number): Id {
	const last = (Number.parseInt(id.slice(-4), 16) + which) % 0x10000;
	return `${id.slice(0, -4)}${last.toString(16).padStart(4, '0')}`;
}
