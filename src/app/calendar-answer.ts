import { calendarFile, type CalendarEntry } from '#kernel/calendar-file.ts';
import type { CalendarDate } from '#kernel/calendar-date.ts';

/** A calendar file as an answer to be downloaded. Takes its name, which is also the file's, the day, and its entries. */
export function calendarAnswer(name: string, madeOn: CalendarDate, entries: readonly CalendarEntry[]): Response {
	return new Response(calendarFile(name, madeOn, entries), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${name.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}.ics"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
}
