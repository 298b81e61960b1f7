/** A text as two spellings of it are compared word by word: small letters and figures, without accents, single spaces between. */
export function plainWords(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Splits a cell that holds several answers: at line breaks, semicolons, bars, bullets, and at slashes and commas that stand between words. */
export function severalIn(text: string): readonly string[] {
	return text
		.split(/[\n;|•·]|\s\/\s?|\s?\/\s|(?<=\p{L})\/(?=\p{L})|,(?!\d)/u)
		.map((part) => part.replace(/^[\s\-–*.]+|[\s\-–]+$/g, ''))
		.filter((part) => part !== '');
}
