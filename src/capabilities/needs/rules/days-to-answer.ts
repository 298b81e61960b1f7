import { daysBetween, type CalendarDate } from '#kernel/calendar-date.ts';

/** The days an organisation waited for its answer, from the day it spoke to the day it was told. Never negative. */
export function daysToAnswer(expressedOn: CalendarDate, answeredOn: CalendarDate): number {
	return Math.max(0, daysBetween(expressedOn, answeredOn));
}
