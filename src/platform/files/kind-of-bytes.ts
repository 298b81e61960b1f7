const BEGINNINGS = [
	['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['image/jpeg', [0xff, 0xd8, 0xff]],
	['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
] as const;

/** What bytes are by their own beginning, whatever a name or a browser says of them; `undefined` when they are nothing we keep. */
export function kindOfBytes(bytes: Uint8Array): (typeof BEGINNINGS)[number][0] | undefined {
	return BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0];
}
