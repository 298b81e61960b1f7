import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { SessionLine } from '#capabilities/training/server/session-list.ts';
import { calendarAnswer } from './calendar-answer.ts';

/** Some sessions for a calendar, to be downloaded. Takes the name of the file, the day, and the sessions its reader sees. */
export function calendarOf(name: string, madeOn: CalendarDate, sessions: readonly SessionLine[]): Response {
	const entries = sessions.map(({ id, firstOn, lastOn, code, title, commune, venue, state }) => ({
		id,
		from: firstOn,
		to: lastOn,
		title: `${code} ${title}`,
		place: venue ? `${commune}, ${venue}` : commune,
		isCancelled: state === 'cancelled',
	}));
	return calendarAnswer(name, madeOn, entries);
}
