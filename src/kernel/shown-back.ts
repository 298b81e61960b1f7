const LONGEST = 40;
// A cut may leave half a character; a phone of Chrome 90 has no `toWellFormed`.
const HALVES = /\p{Cs}/gu;

/**
 * What a person typed, as a sentence may quote it: on one line, at most 40 characters, without marks that turn the direction
 * of writing or are not letters at all.
 */
export function shownBack(typed: string): string {
	const line = typed
		.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ' ')
		.trim()
		.replace(/\s+/g, ' ');
	return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).replace(HALVES, '')}…` : line;
}
