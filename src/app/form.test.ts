import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { dayOf } from './form.ts';

const today = calendarDate('2026-11-25');

describe('the day of what has been done', () => {
	it.each(['12/12/2030', '26/11/2026', 'demain'])('is not %s, which is still to come', (typed) => {
		expect(dayOf(typed, today, 'past')).toMatchObject({ key: 'platform.date-ahead', params: { today } });
	});

	it('is today or before', () => {
		expect(dayOf('25/11/2026', today, 'past')).toBe('2026-11-25');
		expect(dayOf('hier', today, 'past')).toBe('2026-11-24');
	});

	it('may lie ahead where it is planned', () => {
		expect(dayOf('12/12/2030', today, 'future')).toBe('2030-12-12');
		expect(dayOf('12/12/2030', today, 'near')).toBe('2030-12-12');
	});
});
