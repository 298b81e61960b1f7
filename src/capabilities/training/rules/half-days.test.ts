import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { notYet } from './half-days.ts';

describe('a half-day to mark', () => {
	const today = calendarDate('2026-11-25');

	it('is refused a month ahead, with its day', () => {
		expect(notYet('2026-12-25 am', today)).toMatchObject({ key: 'training.half-day-ahead', params: { day: '2026-12-25' } });
	});

	it('is taken on its day, from the morning on, and after', () => {
		expect(notYet('2026-11-25 pm', today)).toBeUndefined();
		expect(notYet('2026-11-24 am', today)).toBeUndefined();
	});
});
