import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { calendarFile } from './calendar-file.ts';

const today = '2026-11-25' as CalendarDate;
const promise = { id: 'a-answer', on: '2026-11-30' as CalendarDate, label: 'Écrire un projet, son budget; et le rendre' };

describe('the calendar file', () => {
	it('holds a whole day for each promise, with its end on the next day, and no sign that would break it', () => {
		const file = calendarFile([promise], today);
		expect(file).toContain('DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n');
		expect(file).toContain('SUMMARY:Écrire un projet\\, son budget\\; et le rendre\r\n');
		expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
	});

	it('folds no line beyond 75 octets, and gives the words back when it is unfolded', () => {
		const label = 'é'.repeat(160);
		const file = calendarFile([{ ...promise, label }], today);
		for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${label}`);
	});

	it('without a promise is a calendar all the same', () => {
		expect(calendarFile([], today)).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
	});
});
