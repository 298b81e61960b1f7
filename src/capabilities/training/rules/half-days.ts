import { addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';

const MONTHS_TO_PRACTICE = 6;
const MONTHS_TO_FIRST_LOOK = 3;

/** The days of a list of half-days, each once, in order. */
export function daysOf(halfDays: readonly string[]): readonly CalendarDate[] {
	// A half-day begins with a day that its shape has checked.
	return [...new Set(halfDays.map((halfDay) => halfDay.slice(0, 10) as CalendarDate))].sort();
}

/** The day from which the practice of what was taught is checked: six months after the last day. */
export function practiceDay(lastOn: CalendarDate): CalendarDate {
	return addMonths(lastOn, MONTHS_TO_PRACTICE);
}

/** The day from which a first look is taken: three months after the last day. */
export function firstLookDay(lastOn: CalendarDate): CalendarDate {
	return addMonths(lastOn, MONTHS_TO_FIRST_LOOK);
}

/** Whether a mark means the person was there: on time or late. */
export function wasThere(mark: string): boolean {
	return mark === 'present' || mark === 'late';
}

/** Refuses a half-day whose day has not come on the day of whoever marks it; nothing when it has. */
export function notYet(halfDay: string, today: CalendarDate): Refusal | undefined {
	const day = halfDay.slice(0, 10);
	return day > today ? refuse('training.half-day-ahead', { day }) : undefined;
}
