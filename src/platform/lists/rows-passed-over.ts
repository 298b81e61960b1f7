// Of the languages of the country's offices; "S/Total" and "S/T" are how a sub-total is written.
const TOTAL = /^(s\s?\/\s?t\b|((s\s?\/|s\.|sous|sub|grand)[\s-]*)?(total|totaux)\b|ensemble\b|igiteranyo\b)/i;
const AMOUNT = /^[\d\s.,%+-]*$|^=/;

/** Whether a row is a sum of the others: it says so in its first cells, and holds nothing but figures besides. */
export function isTotal(cells: readonly string[]): boolean {
	const texts = cells.filter((cell) => cell !== '');
	const said = texts.findIndex((text) => TOTAL.test(text));
	if (said < 0) return false;
	// Beside the word itself, the place a sub-total is of may stand before it, and the word again where cells were merged.
	return texts.every((text, index) => index <= said || TOTAL.test(text) || AMOUNT.test(text)) && said <= 1 && texts.slice(0, said).every(isShort);
}

/** Whether a row repeats the head, as where printed pages begin. */
export function likeHead(cells: readonly string[], head: readonly string[]): boolean {
	const [row, words] = [cells.map(plain), head.map(plain)];
	const compared = row.filter((cell) => cell !== '');
	return compared.length >= 2 && row.every((cell, column) => cell === '' || cell === words[column]);
}

function isShort(text: string): boolean {
	return text.length <= 30;
}

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}#+]/gu, '')
		.toLowerCase();
}
