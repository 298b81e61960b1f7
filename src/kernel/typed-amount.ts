import { euroCents, francs, type EuroCents, type Francs } from './francs.ts';
import { shownBack } from './shown-back.ts';
import { refuse, type Refusal } from './refusal.ts';

const LARGEST = 999_999_999_999;
const TIMES: ReadonlyMap<string, number> = new Map(
	Object.entries({
		mille: 1_000,
		thousand: 1_000,
		igihumbi: 1_000,
		ibihumbi: 1_000,
		million: 1_000_000,
		millions: 1_000_000,
		umuliyoni: 1_000_000,
		imiliyoni: 1_000_000,
	}),
);
const UNITS = /^(fbu|bif|f|franc|francs|amafaranga|€|eur|euro|euros)$/;

/** Reads a whole number as people type it: "120 000", "120.000", "120 mille". Refuses letters, negatives and parts of one. */
export function readTypedCount(text: string): number | Refusal {
	const value = readNumber(text);
	if (typeof value !== 'number') return value;
	return Number.isInteger(value) ? value : refuse('platform.amount-not-whole', { typed: shownBack(text) });
}

/** Reads an amount of Burundian francs as people type it, "FBu" or not. Refuses what is not a whole number of francs. */
export function readTypedFrancs(text: string): Francs | Refusal {
	const value = readTypedCount(text);
	return typeof value === 'number' ? francs(value) : value;
}

/** Reads an amount of euros, with two decimals at most ("12,50"). Returns cents. */
export function readTypedEuros(text: string): EuroCents | Refusal {
	const value = readNumber(text);
	if (typeof value !== 'number') return value;
	const cents = Math.round(value * 100);
	return Math.abs(cents - value * 100) < 1e-6 ? euroCents(cents) : refuse('platform.amount-not-cents', { typed: shownBack(text) });
}

function readNumber(text: string): number | Refusal {
	if (text.length > 200) return refuse('platform.amount-not-understood', { typed: shownBack(text) });
	const words = text
		.toLowerCase()
		.replace(/[−–]/g, '-')
		.replace(/(\d)(?=[^\d\s.,'’-])|([^\d\s.,'’-])(?=\d)/g, '$1$2 ')
		.trim()
		.split(/\s+/);
	const kept = words.filter((word) => word !== '' && !UNITS.test(word));
	if (kept.length === 0) return refuse('platform.amount-missing');

	const times = kept.reduce((product, word) => product * (TIMES.get(word) ?? 1), 1);
	const figures = kept.filter((word) => !TIMES.has(word));
	if (kept.length - figures.length > 1) return refuse('platform.amount-not-understood', { typed: shownBack(text) });
	if (figures.length === 0) return within(times, text);

	if (figures[0]?.startsWith('-')) return refuse('platform.amount-negative', { typed: shownBack(text) });
	if (figures.some((word) => /[^\d.,'’]/.test(word))) return refuse('platform.amount-letters', { typed: shownBack(text) });
	const value = figuresValue(figures);
	return value === undefined
		? refuse('platform.amount-not-understood', { typed: shownBack(text) })
		: within(Math.round(value * times * 100) / 100, text);
}

// A point or a comma groups thousands when exactly three digits follow each; otherwise one of them marks the decimals.
function figuresValue(figures: readonly string[]): number | undefined {
	const spaced = figures.join(' ');
	if (/^\d+$/.test(spaced)) return Number(spaced);
	if (/^\d{1,3}([ .,'’]\d{3})+$/.test(spaced) && new Set(spaced.replace(/\d/g, '')).size === 1) return Number(spaced.replace(/\D/g, ''));
	const decimal = /^(\d{1,3}(?:[ '’.]\d{3})*|\d+)([.,])(\d{1,2})$/.exec(spaced);
	return decimal ? Number(`${decimal[1]?.replace(/\D/g, '')}.${decimal[3]}`) : undefined;
}

function within(value: number, text: string): number | Refusal {
	return value > LARGEST ? refuse('platform.amount-too-large', { typed: shownBack(text) }) : value;
}
