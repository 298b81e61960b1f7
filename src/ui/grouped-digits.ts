import { numberInDigits } from '#kernel/amount-words.ts';
import type { Language } from '#kernel/language.ts';

/** A text being typed and where its caret stands. */
export type Typing = Readonly<{ text: string; caret: number }>;

/**
 * Groups digits by three while they are typed.
 * Takes the text, the caret and the language; returns both with the caret after the same digit. Text with anything but
 * digits and spaces is left as it is: it will be read, or refused with a sentence, when the person leaves the box.
 */
export function groupDigits({ text, caret }: Typing, language: Language): Typing {
	const digits = text.replace(/[\s\u202f\u00a0]/g, '');
	if (!/^\d{1,15}$/.test(digits) || (digits.length > 1 && digits.startsWith('0'))) return { text, caret };
	const grouped = numberInDigits(Number(digits), language);
	const before = text.slice(0, caret).replace(/\D/g, '').length;
	return { text: grouped, caret: placeAfter(grouped, before) };
}

function placeAfter(text: string, digits: number): number {
	let seen = 0;
	for (const [index, sign] of [...text].entries()) {
		if (seen === digits) return index;
		if (/\d/.test(sign)) seen += 1;
	}
	return text.length;
}
