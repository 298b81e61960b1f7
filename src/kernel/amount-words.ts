import type { EuroCents, Francs } from './francs.ts';
import type { Language } from './language.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';

/** Writes a number as people read it: "1 240,5" in French and Kirundi, "1,240.5" in English. Keeps two decimals at most. */
export function numberInDigits(value: number, language: Language): string {
	if (!Number.isFinite(value)) return '–';
	const [whole = '0', decimals] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NARROW);
	const sign = value < 0 && Number(whole + (decimals ?? '')) !== 0 ? '−' : '';
	return sign + grouped + (decimals ? (language === 'en' ? '.' : ',') + decimals : '');
}

/** Writes an amount of francs with its currency: "84 000 FBu". */
export function francsInDigits(amount: Francs, language: Language): string {
	return `${numberInDigits(amount, language)}${FIXED}FBu`;
}

/** Writes an amount of euro cents with its currency: "2 222 222 €" when it is whole, "12,50 €" when it is not. */
export function eurosInDigits(cents: EuroCents, language: Language): string {
	const whole = numberInDigits(Math.trunc(cents / 100), language);
	const rest = Math.abs(cents % 100);
	const sign = cents < 0 && whole === '0' ? '−' : '';
	const decimals = rest === 0 ? '' : (language === 'en' ? '.' : ',') + String(rest).padStart(2, '0');
	return language === 'en' ? `€${sign}${whole}${decimals}` : `${sign}${whole}${decimals}${FIXED}€`;
}
