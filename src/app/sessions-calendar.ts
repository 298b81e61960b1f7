import { calendarFile } from '#kernel/calendar-file.ts';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { SessionLine } from '#capabilities/training/server/session-list.ts';

/** Some sessions as a file that a calendar opens, to be downloaded. Takes its name, the day, and the sessions its reader sees. */
export function calendarOf(name: string, madeOn: CalendarDate, sessions: readonly SessionLine[]): Response {
	const entries = sessions.map(({ id, firstOn, lastOn, code, title, commune, venue, state }) => ({
		id,
		from: firstOn,
		to: lastOn,
		title: `${code} ${title}`,
		place: venue ? `${commune}, ${venue}` : commune,
		isCancelled: state === 'cancelled',
	}));
	return new Response(calendarFile(name, madeOn, entries), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${name.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}.ics"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
}
