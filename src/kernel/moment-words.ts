import { addDays, dayInBurundi } from './calendar-date.ts';
import { dateInWords, weekdayWord } from './date-words.ts';
import type { Language } from './language.ts';

const BURUNDI_MINUTES = 120;
const AT: Readonly<Record<Language, string>> = { fr: ' à ', rn: ', ', en: ' at ' };

/** Says an hour of Burundi (UTC+2): "7 h 50" in French and Kirundi, "7:50" in English. Takes milliseconds. */
export function hourInWords(moment: number, language: Language): string {
	const minutes = (((Math.floor(moment / 60_000) + BURUNDI_MINUTES) % 1440) + 1440) % 1440;
	const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
	return language === 'en' ? `${hour}:${minute}` : `${hour}\u00a0h\u00a0${minute}`;
}

/** Says a moment seen from another: the hour alone on the same day, with the day of the week and the date before that. */
export function momentInWords(moment: number, now: number, language: Language): string {
	const day = dayInBurundi(moment);
	const hour = hourInWords(moment, language);
	if (day === dayInBurundi(now)) return hour;
	const isRecent = day > addDays(dayInBurundi(now), -7);
	return `${isRecent ? `${weekdayWord(day, language)} ` : ''}${dateInWords(day, language, isRecent ? 'short' : 'medium')}${AT[language]}${hour}`;
}
