import type { CalendarDate } from './calendar-date.ts';
import type { Language } from './language.ts';

/** How much of a day is said: "mardi 13 mars 2018", "13 mars 2018", "13 mars", or the month alone. */
export type DateStyle = 'long' | 'medium' | 'short' | 'month';

// Kirundi from our own table: browsers lack it, and the short months of CLDR are Rwandan. Days of the week: CLDR 48.
export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
	fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
	rn: ['Nzero', 'Ruhuhuma', 'Ntwarante', 'Ndamukiza', 'Rusama', 'Ruheshi', 'Mukakaro', 'Nyandagaro', 'Nyakanga', 'Gitugutu', 'Munyonyo', 'Kigarama'],
	en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** The days of the week, Sunday first. */
export const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
	fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
	rn: ['ku w’indwi', 'ku wa mbere', 'ku wa kabiri', 'ku wa gatatu', 'ku wa kane', 'ku wa gatanu', 'ku wa gatandatu'],
	en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** Says a day in words of a language. Takes a day that exists; returns "13 mars 2018", or more or less of it by the style. */
export function dateInWords(day: CalendarDate, language: Language, style: DateStyle = 'medium'): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const monthWord = MONTHS[language][month - 1] ?? '';
	if (style === 'month') return monthWord;

	const short = `${language === 'fr' && date === 1 ? '1er' : date}\u00a0${monthWord}`;
	if (style === 'short') return short;
	return style === 'medium' ? `${short} ${year}` : `${weekdayWord(day, language)} ${short} ${year}`;
}

/** The number of the day in the week: 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDate): number {
	return new Date(Date.parse(day)).getUTCDay();
}

/** The word for the day of the week of a day. */
export function weekdayWord(day: CalendarDate, language: Language): string {
	return WEEKDAYS[language][weekdayOf(day)] ?? '';
}
