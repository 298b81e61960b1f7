import { numberInDigits } from '#kernel/amount-words.ts';
import { dayInBurundi, isCalendarDate, type CalendarDate } from '#kernel/calendar-date.ts';
import { dateInWords, type DateStyle } from '#kernel/date-words.ts';
import type { Language } from '#kernel/language.ts';

/** How a language writes what stands in its messages. */
export type Shapes = Readonly<{
	text: (value: unknown) => string;
	number: (value: unknown) => string;
	date: (value: unknown, style: DateStyle) => string;
	one: (value: unknown) => boolean;
}>;

const LARGE = 10_000;

/**
 * The shapes of a language, the same on the server and on the phone: `Intl` knows no Kirundi there.
 * Plural: French says one for 0 and 1, Kirundi and English for 1 only; everything else is "other".
 */
export function shapes(language: Language): Shapes {
	const number = (value: unknown) => numberInDigits(Number(value ?? NaN), language);
	const date = (value: unknown, style: DateStyle) => {
		const day = asDay(value);
		return day === undefined ? String(value ?? '…') : dateInWords(day, language, style);
	};
	return {
		number,
		date,
		text: (value) => (isCalendarDate(value) ? date(value, 'medium') : isLarge(value) ? number(value) : String(value ?? '…')),
		one: (value) => (language === 'fr' ? Math.abs(Number(value)) < 2 : Number(value) === 1),
	};
}

// A year stays 2018; an amount that came as a bare number is grouped.
function isLarge(value: unknown): boolean {
	return typeof value === 'number' && Math.abs(value) >= LARGE;
}

function asDay(value: unknown): CalendarDate | undefined {
	if (isCalendarDate(value)) return value;
	const moment = typeof value === 'string' && value.includes('T') ? Date.parse(value) : NaN;
	return Number.isNaN(moment) ? undefined : dayInBurundi(moment);
}
