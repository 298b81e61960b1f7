// What Windows puts where Latin-1 has control signs (WHATWG Encoding, index windows-1252). Node's own decoder leaves them out in some versions.
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const BYTES: ReadonlyMap<string, number> = new Map([...SIGNS].map((sign, index) => [sign, 0x80 + index]));

/** The letter of a byte in Windows-1252, which holds Latin-1. */
export function letterOf(byte: number): string {
	return (byte >= 0x80 && byte <= 0x9f ? SIGNS[byte - 0x80] : undefined) ?? String.fromCharCode(byte);
}

/** The byte of a letter in Windows-1252; `undefined` when it has none. */
export function byteOf(letter: string): number | undefined {
	const code = letter.charCodeAt(0);
	return BYTES.get(letter) ?? (code <= 0xff ? code : undefined);
}
