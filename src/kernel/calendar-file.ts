import { addDays, type CalendarDate } from './calendar-date.ts';

/** Something on a calendar for whole days: its number, its first and last day, what it is, where, and what became of it. */
export type CalendarEntry = Readonly<{
	id: string;
	from: CalendarDate;
	to: CalendarDate;
	title: string;
	place?: string;
	isCancelled?: boolean;
}>;

const LONGEST_LINE = 75;

/**
 * A calendar that phones and office programs open (iCalendar, RFC 5545). Days are whole: half-days are told here without their hours.
 * Takes its name, the day it was made and its entries; returns the text of an `.ics` file.
 */
export function calendarFile(name: string, madeOn: CalendarDate, entries: readonly CalendarEntry[]): string {
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Shigikira//FR', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escaped(name)}`],
		...entries.flatMap((entry) => linesOf(entry, madeOn)),
		'END:VCALENDAR',
	];
	return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function linesOf({ id, from, to, title, place, isCancelled }: CalendarEntry, madeOn: CalendarDate): readonly string[] {
	return [
		...['BEGIN:VEVENT', `UID:${id}@shigikira`, `DTSTAMP:${digits(madeOn)}T000000Z`],
		// The end of a whole-day event is the day after its last.
		...[`DTSTART;VALUE=DATE:${digits(from)}`, `DTEND;VALUE=DATE:${digits(addDays(to, 1))}`, `SUMMARY:${escaped(title)}`],
		...(place ? [`LOCATION:${escaped(place)}`] : []),
		...(isCancelled ? ['STATUS:CANCELLED'] : []),
		'END:VEVENT',
	];
}

function digits(day: CalendarDate): string {
	return day.replaceAll('-', '');
}

function escaped(text: string): string {
	return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

// A line is cut before its 76th byte, never within a letter; what follows begins with a space.
function folded(line: string): readonly string[] {
	const cut: string[] = [];
	let [piece, bytes] = ['', 0];
	for (const letter of line) {
		const size = new TextEncoder().encode(letter).length;
		if (bytes + size > LONGEST_LINE) {
			cut.push(piece);
			[piece, bytes] = [' ', 1];
		}
		piece += letter;
		bytes += size;
	}
	return [...cut, piece];
}
