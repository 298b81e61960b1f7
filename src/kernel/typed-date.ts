import { addDays, daysInMonth, isCalendarDate, type CalendarDate } from './calendar-date.ts';
import { shownBack } from './shown-back.ts';
import { MONTHS, WEEKDAYS, weekdayOf } from './date-words.ts';
import { LANGUAGES } from './language.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Where a day without a year is looked for: behind today, ahead of it, or on the nearer side. */
export type Lean = 'past' | 'future' | 'near';
type Reading = Readonly<{ date: number; month: number; year?: number }>;

// A map, not an object: people may type "constructor".
const NEAR_DAYS: ReadonlyMap<string, number> = new Map(
	Object.entries({
		'aujourd hui': 0,
		hier: -1,
		demain: 1,
		'avant hier': -2,
		'apres demain': 2,
		today: 0,
		yesterday: -1,
		tomorrow: 1,
		'uyu musi': 0,
		uyumusi: 0,
		'uno musi': 0,
		'ejo haheze': -1,
		'ejo hashize': -1,
		'ejo hazoza': 1,
	}),
);
const MONTH_WORDS = LANGUAGES.flatMap((language) => MONTHS[language].map((word, index) => ({ word: plain(word), month: index + 1 })));
const WEEKDAY_WORDS = LANGUAGES.flatMap((language) => WEEKDAYS[language].map((word, weekday) => ({ word: plain(word), weekday })));

/**
 * Reads a day as people type it: 13/3, 13-03-18, 13 mars, hier, 2018-03-13, with the months of the three languages.
 * Takes what was typed, today, and where a day without a year lies. Returns the day, or a refusal that says what to do;
 * `platform.date-impossible` bears the two near days as `before` and `after`.
 */
export function readTypedDate(text: string, today: CalendarDate, lean: Lean = 'near'): CalendarDate | Refusal {
	if (text.trim() === '') return refuse('platform.date-missing');
	if (text.length > 200) return notUnderstood(text);
	const typed = plain(text);
	const shift = NEAR_DAYS.get(typed);
	if (shift !== undefined) return addDays(today, shift);
	if (typed === 'ejo') return readEjo(today, lean);

	const { rest, weekday } = withoutWeekday(typed);
	const reading = inFigures(rest) ?? inWords(rest);
	if (!reading) return notUnderstood(text);
	return settle(reading, { today, lean, weekday });
}

// In Kirundi "ejo" is the day beside today, on either side.
function readEjo(today: CalendarDate, lean: Lean): CalendarDate | Refusal {
	const [before, after] = [addDays(today, -1), addDays(today, 1)];
	if (lean === 'near') return refuse('platform.date-two-days', { before, after });
	return lean === 'past' ? before : after;
}

function inFigures(text: string): Reading | undefined {
	const yearFirst = /^(\d{4})[ /.-](\d{1,2})[ /.-](\d{1,2})$/.exec(text);
	if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), date: Number(yearFirst[3]) };
	const dayFirst = /^(\d{1,2})[ /.-](\d{1,2})(?:[ /.-](\d{4}|\d{2}))?$/.exec(text);
	return dayFirst ? { date: Number(dayFirst[1]), month: Number(dayFirst[2]), ...yearOf(dayFirst[3]) } : undefined;
}

function inWords(text: string): Reading | undefined {
	const dayFirst = /^(?:le |igenekerezo rya |the )?(\d{1,2})(?:er|eme|e|st|nd|rd|th)?[ -]?(?:of )?([a-z]{3,})\.?[ -]?(\d{4}|\d{2})?$/.exec(text);
	const monthFirst = /^([a-z]{3,})\.? (\d{1,2})(?:er|st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
	const month = monthNamed(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
	if (month === undefined) return undefined;
	return { date: Number(dayFirst?.[1] ?? monthFirst?.[2]), month, ...yearOf(dayFirst?.[3] ?? monthFirst?.[3]) };
}

/** A month by its name or its first letters, when they leave no doubt ("jui" could be June or July). */
function monthNamed(word: string): number | undefined {
	const exact = MONTH_WORDS.find((known) => known.word === word);
	if (exact) return exact.month;
	const found = new Set(MONTH_WORDS.filter((known) => word.length >= 3 && known.word.startsWith(word)).map((known) => known.month));
	return found.size === 1 ? [...found][0] : undefined;
}

function settle(
	reading: Reading,
	{ today, lean, weekday }: { today: CalendarDate; lean: Lean; weekday: number | undefined },
): CalendarDate | Refusal {
	const { date, month } = reading;
	if (month < 1 || month > 12) return refuse('platform.date-no-such-month', { month });
	if (date < 1 || date > 31) return refuse('platform.date-no-such-day', { day: date });
	const year = fullYear(reading, today, lean);
	if (year < 1900 || year > 2100) return refuse('platform.date-year', { year: String(year) });

	const day = written(year, month, date);
	if (!isCalendarDate(day)) return impossible(year, month);
	return weekday === undefined || weekday === weekdayOf(day) ? day : refuse('platform.date-other-weekday', { day });
}

function impossible(year: number, month: number): Refusal {
	const before = written(year, month, daysInMonth(year, month)) as CalendarDate;
	return refuse('platform.date-impossible', { before, after: addDays(before, 1), days: daysInMonth(year, month) });
}

function fullYear({ date, month, year }: Reading, today: CalendarDate, lean: Lean): number {
	const thisYear = Number(today.slice(0, 4));
	if (year !== undefined) return year >= 100 ? year : year + (2000 + year <= thisYear + 20 ? 2000 : 1900);

	// A day that its month does not have is weighed as the month's last day: it will be refused with the two near ones.
	const candidates = [thisYear - 1, thisYear, thisYear + 1];
	const distance = (candidate: number) => {
		const day = written(candidate, month, Math.min(date, daysInMonth(candidate, month)));
		return (Date.parse(day) - Date.parse(today)) / 86_400_000;
	};
	const allowed = candidates.filter((candidate) => lean === 'near' || (lean === 'past' ? distance(candidate) <= 0 : distance(candidate) >= 0));
	return [...allowed].sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0] ?? thisYear;
}

function withoutWeekday(text: string): { rest: string; weekday: number | undefined } {
	const found = WEEKDAY_WORDS.find(({ word }) => text.startsWith(`${word} `));
	return found ? { rest: text.slice(found.word.length + 1), weekday: found.weekday } : { rest: text, weekday: undefined };
}

function yearOf(digits: string | undefined): { year?: number } {
	return digits === undefined ? {} : { year: Number(digits) };
}

function written(year: number, month: number, date: number): string {
	return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Small letters without accents or apostrophes, single spaces: what is compared. NFKD also turns "1ᵉʳ" into "1er". */
function plain(text: string): string {
	const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return bare
		.replace(/['’,]/g, ' ')
		.replace(/\b(avant|apres)-/g, '$1 ')
		.replace(/\s*([/.-])\s*/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}

function notUnderstood(text: string): Refusal {
	return refuse('platform.date-not-understood', { typed: shownBack(text) });
}
