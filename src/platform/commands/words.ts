import * as v from 'valibot';

// Half characters; a phone of Chrome 90 has no `toWellFormed`.
const HALVES = /\p{Cs}/gu;
// Marks that turn or hide text (bidirectional controls, zero-width and other control characters) have no place in what
// people type: a name with one of them would show as another name.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Takes typed text; returns it without invisible marks or half characters, in one Unicode form, with single spaces and no space around. */
export function cleaned(text: string): string {
	return withoutUnseen(text)
		.normalize('NFC')
		.replace(/[^\S\n]+/g, ' ')
		.trim();
}

/** Takes text; returns it without what cannot be seen or written down: control and direction marks, half characters. */
export function withoutUnseen(text: string): string {
	return text.replace(HALVES, '\ufffd').replace(UNSEEN, '');
}

/** Takes text typed on one line; returns it cleaned, without line ends. */
export function cleanedLine(text: string): string {
	return cleaned(text.replace(/\s+/g, ' '));
}

/** One line of words in an input: cleaned, on one line, between two lengths in characters. */
// @__NO_SIDE_EFFECTS__
export function line(shortest: number, longest: number) {
	return v.pipe(v.string(), v.maxLength(longest * 8 + 200), v.transform(cleanedLine), v.minLength(shortest), v.maxLength(longest));
}

/**
 * Some lines of words in an input: cleaned, between two lengths in characters.
 */
// @__NO_SIDE_EFFECTS__
export function paragraph(shortest: number, longest: number) {
	return v.pipe(
		v.string(),
		v.maxLength(longest * 8 + 200),
		v.transform((text) => cleaned(text.replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n'))),
		v.minLength(shortest),
		v.maxLength(longest),
	);
}
