import { fault, read, type Reading } from './import-fields.ts';

// Burundi: eight figures, no trunk prefix; mobile 29, 61-69, 71, 72, 75-79, fixed 22, 31 (libphonenumber). Any first figure from
// 2 to 7 is let through: operators open new series.
const LOCAL = /^[2-7]\d{7}$/;
const COUNTRY = '257';
const NOTHING = /^([-–—/.]|n[ée]ant|aucun|sans|(pas|sans) (de )?(t[ée]l\.?|t[ée]l[ée]phone|num[ée]ro)|nta|n\.?[ad]\.?|n\/a)$/i;
const FOREIGN = /^\d{9,15}$/;

/**
 * Reads the telephone numbers of a cell, written "+257 XX XX XX XX". Takes them in any form: with 00257 or none, as the number a
 * spreadsheet made of them, several in one cell. A number of another country stays as it was typed; what is none is a fault.
 */
export function phonesIn(text: string): Reading<readonly string[]> {
	if (text.trim() === '' || NOTHING.test(text.trim())) return read([]);
	const said = unrounded(text.trim()).replace(/\b(t[ée]l(\.|[ée]phone)?|gsm|mob(ile)?|whats ?app|phone|fixe|telefone)\b[.:]?/gi, ' ');
	const phones = partsOf(said).map(phoneOf);
	const known = phones.filter((phone): phone is string => phone !== undefined);
	return known.length === phones.length && known.length > 0
		? read([...new Set(known)])
		: { value: [...new Set(known)], faults: [fault('phone', 'registry.import-phone', { was: text })], notes: [] };
}

// A spreadsheet takes "22222222" for a number, and may show it as 2.2222222E7 or with decimals.
function unrounded(text: string): string {
	const scientific = /^\d([.,]\d+)?E\+?\d{1,2}$/i.test(text) ? Number(text.replace(',', '.')) : undefined;
	if (scientific !== undefined && Number.isSafeInteger(scientific)) return String(scientific);
	return text.replace(/^(\d{8,})[.,]0+$/, '$1');
}

function partsOf(text: string): readonly string[] {
	const cut = text.split(/[/;,\n|&]|\bet\b|\bou\b|\band\b|\bor\b|\bna\b|\s-\s|(?=\+)|(?=\b00257)/i).map((part) => part.trim());
	return cut.flatMap(twoInOne).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

// Two numbers with nothing but a space between them: sixteen figures, or eight and eight.
function twoInOne(part: string): readonly string[] {
	const figures = part.replace(/\D/g, '');
	if (/\p{L}/u.test(part) || figures.length !== 16 || !/^[\d\s.-]+$/.test(part)) return [part];
	return [figures.slice(0, 8), figures.slice(8)];
}

function phoneOf(part: string): string | undefined {
	if (/\p{L}/u.test(part)) return undefined;
	const figures = part.replace(/\D/g, '');
	const bare = figures.replace(/^00/, '');
	const local = bare.startsWith(COUNTRY) && bare.length > 8 ? bare.slice(COUNTRY.length).replace(/^0/, '') : bare;
	if (LOCAL.test(local)) return `+257 ${local.replace(/(\d\d)(?=\d)/g, '$1 ')}`;
	const abroad = part.startsWith('+') || figures.startsWith('00');
	return abroad && FOREIGN.test(bare) && !bare.startsWith(COUNTRY) && part.length <= 30 ? part : undefined;
}
