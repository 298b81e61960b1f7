/** A day of the calendar, written YYYY-MM-DD, without hour or time zone. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const EARLIEST = '1900-01-01';
const LATEST = '2100-12-31';

/** Tells whether a text is a day that exists, between 1900 and 2100: 31 November and the year 3016 are not. */
export function isCalendarDate(text: unknown): text is CalendarDate {
	if (typeof text !== 'string') return false;
	const parts = SHAPE.exec(text);
	if (!parts || text < EARLIEST || text > LATEST) return false;
	const [, year, month, day] = parts.map(Number);
	return Number(day) >= 1 && Number(month) >= 1 && Number(month) <= 12 && Number(day) <= daysInMonth(Number(year), Number(month));
}

/** Takes a text that must be a day; returns it as one. Throws when it is not: input is checked before. */
export function calendarDate(text: string): CalendarDate {
	if (!isCalendarDate(text)) throw new Error(`Not a day: ${text}`);
	return text;
}

/** The number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day a number of days later (earlier when negative). */
export function addDays(day: CalendarDate, days: number): CalendarDate {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
}

/** The day a number of months later, on the last day of the month when it is shorter (31 August + 6 months = 28 February). */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const total = year * 12 + (month - 1) + months;
	const [newYear, newMonth] = [Math.floor(total / 12), (total % 12) + 1];
	const last = Math.min(date, daysInMonth(newYear, newMonth));
	return `${newYear}-${pad(newMonth)}-${pad(last)}` as CalendarDate;
}

/** The number of days from one day to another; negative when the second comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day in Burundi (UTC+2, no summer time) at a moment in milliseconds. */
export function dayInBurundi(moment: number): CalendarDate {
	return new Date(moment + 2 * 3_600_000).toISOString().slice(0, 10) as CalendarDate;
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
