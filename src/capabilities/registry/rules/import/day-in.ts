import { addDays, calendarDate, type CalendarDate } from '#kernel/calendar-date.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { readTypedDate } from '#kernel/typed-date.ts';
import { fault, read, type ImportField, type Reading, type Suggestion } from './import-fields.ts';

// A spreadsheet counts days so; 20 000 is in 1954, 60 000 in 2064.
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;
// Its first of March 1900 is day 61: it believes in a 29 February of that year.
const FIRST_OF_MARCH = calendarDate('1900-03-01');
const MONTH_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/;
const WITH_YEAR = /\d{4}|^\d{1,2}[ /.-]\d{1,2}[ /.-]\d{2}$|\p{L}[ .-]*\d{2}$/u;

/**
 * Reads a day of a list: figures, words of the three languages, or the number a spreadsheet keeps for it. Refuses a day without its
 * year, one that does not exist and one ahead of today; offers the days it may be.
 */
export function dayIn(field: ImportField, text: string, today: CalendarDate): Reading<CalendarDate | null> {
	const typed = bareDay(text);
	if (typed === '' || /^[-–—/.]$/.test(typed)) return read(null);
	const serial = /^\d{5}([.,]\d+)?$/.test(typed) ? Math.floor(Number(typed.replace(',', '.'))) : 0;
	if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return settled(field, text, { day: addDays(FIRST_OF_MARCH, serial - 61), today });

	const day = readTypedDate(typed, today, 'past');
	if (!isRefusal(day)) {
		if (!WITH_YEAR.test(typed)) return faulty(field, 'registry.import-day-without-year', { was: text, suggestions: [offered(day)] });
		return settled(field, text, { day, today });
	}
	const { before, after } = day.params;
	const near = [before, after].filter((each): each is CalendarDate => typeof each === 'string').map(offered);
	return faulty(field, near.length > 0 ? 'registry.import-day-impossible' : 'registry.import-day', {
		was: text,
		suggestions: [...near, ...exchanged(typed, today)],
	});
}

function settled(
	field: ImportField,
	was: string,
	{ day, today }: Readonly<{ day: CalendarDate; today: CalendarDate }>,
): Reading<CalendarDate | null> {
	return day > today ? faulty(field, 'registry.import-day-ahead', { was, suggestions: [] }) : read(day);
}

function faulty(field: ImportField, key: string, found: Readonly<{ was: string; suggestions: readonly Suggestion[] }>): Reading<null> {
	return { value: null, faults: [fault(field, key, found)], notes: [] };
}

// "03/18/14" was typed month first.
function exchanged(typed: string, today: CalendarDate): readonly Suggestion[] {
	const [, month, , date, year] = MONTH_FIRST.exec(typed) ?? [];
	const day = year === undefined || Number(month) > 12 ? undefined : readTypedDate(`${date}/${month}/${year}`, today, 'past');
	return day === undefined || isRefusal(day) ? [] : [offered(day)];
}

function offered(day: CalendarDate): Suggestion {
	return { value: day, label: day.split('-').reverse().join('/') };
}

function bareDay(text: string): string {
	return text
		.trim()
		.replace(/[\sT]+\d{1,2}[:h]\d{2}(:\d{2}(\.\d+)?)?Z?$/i, '')
		.replace(/^(le|du|au|en date du|on)\s+/i, '')
		.replace(/\.$/, '');
}
