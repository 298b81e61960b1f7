import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { daysToAnswer } from './days-to-answer.ts';

describe('the days to an answer', () => {
	it.each([
		['2026-02-10', '2026-02-10', 0],
		['2026-02-10', '2026-03-05', 23],
		['2024-02-28', '2024-03-01', 2],
		['2026-03-05', '2026-02-10', 0],
	])('from %s to %s are %i', (said, told, days) => {
		expect(daysToAnswer(said as CalendarDate, told as CalendarDate)).toBe(days);
	});
});
