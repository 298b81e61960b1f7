import { describe, expect, it } from 'vitest';
import type { CalendarDate } from './calendar-date.ts';
import { calendarFile } from './calendar-file.ts';

const made = '2026-11-25' as CalendarDate;
const entry = { id: 'a1', from: '2026-12-30' as CalendarDate, to: '2026-12-31' as CalendarDate, title: 'FM-0001 Tenir, montrer; rendre' };

describe('a calendar file', () => {
	it('ends a whole-day event on the day after its last, also over the year', () => {
		const text = calendarFile('Activités', made, [entry]);
		expect(text).toContain('DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n');
	});

	it('lets no sign of a title become a sign of the file', () => {
		const text = calendarFile('A', made, [{ ...entry, place: 'Gitega\nEND:VEVENT' }]);
		expect(text).toContain('SUMMARY:FM-0001 Tenir\\, montrer\\; rendre');
		expect(text.match(/\r\nEND:VEVENT\r\n/g)).toHaveLength(1);
	});

	it('cuts long lines at 75 bytes, within no letter, and loses nothing', () => {
		const title = 'é'.repeat(100);
		const lines = calendarFile('A', made, [{ ...entry, title }]).split('\r\n');
		expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
		expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
	});

	it('says that something was cancelled', () => {
		expect(calendarFile('A', made, [{ ...entry, isCancelled: true }])).toContain('STATUS:CANCELLED');
		expect(calendarFile('A', made, [entry])).not.toContain('STATUS');
	});
});
