import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Promised } from './promises.ts';

const LONGEST_LINE = 75;

/** A calendar file (RFC 5545) of whole days: one event for each promise. The same promises give the same file all day long. */
export function calendarFile(promises: readonly Pick<Promised, 'id' | 'on' | 'label'>[], today: CalendarDate): string {
	const events = promises.flatMap(({ id, on, label }) => [
		'BEGIN:VEVENT',
		`UID:${id}@shigikira`,
		`DTSTAMP:${compact(today)}T000000Z`,
		`DTSTART;VALUE=DATE:${compact(on)}`,
		`DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
		`SUMMARY:${escaped(label)}`,
		'END:VEVENT',
	]);
	const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Shigikira//Promesses//FR', ...events, 'END:VCALENDAR'];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(day: string): string {
	return day.replaceAll('-', '');
}

// RFC 5545, 3.3.11: a text must not end its line or look like two values.
function escaped(text: string): string {
	return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

// RFC 5545, 3.1: a line holds at most 75 octets and goes on after a space; a letter of several octets stays whole.
function folded(line: string): string {
	const pieces: string[] = [];
	let [piece, octets] = ['', 0];
	for (const letter of line) {
		const size = new TextEncoder().encode(letter).length;
		if (octets + size > LONGEST_LINE) {
			pieces.push(piece);
			[piece, octets] = [' ', 1];
		}
		piece += letter;
		octets += size;
	}
	return [...pieces, piece].join('\r\n');
}
