import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { sessionCount } from './session-count.ts';

const today = calendarDate('2026-11-25');
const planned = { state: 'planned', firstOn: calendarDate('2026-12-01'), discreet: false, enrolled: 30, came: 0 } as const;
const held = { state: 'held', firstOn: calendarDate('2026-11-01'), discreet: false, enrolled: 9, came: 8 } as const;

describe('what a session counts', () => {
	it('is the seats taken before its first day: nobody can have come yet', () => {
		expect(sessionCount(planned, today, true)).toEqual({ key: 'training.seats-taken', params: { count: 30 } });
	});

	it('is who came from its first day on', () => {
		expect(sessionCount({ ...planned, firstOn: today }, today, true)?.key).toBe('training.came-of');
		expect(sessionCount(held, today, true)).toEqual({ key: 'training.came-of', params: { came: 8, enrolled: 9 } });
	});

	it('is nothing when it was cancelled', () => {
		expect(sessionCount({ ...planned, state: 'cancelled' }, today, true)).toBeUndefined();
	});

	it('is a number without names when it is discreet, for its team alone', () => {
		expect(sessionCount({ ...held, discreet: true }, today, true)).toEqual({ key: 'training.came-by-totals', params: { count: 8 } });
		expect(sessionCount({ ...held, discreet: true }, today, false)).toEqual({ key: 'training.quiet-told', params: {} });
	});

	it('says that it is of the reader’s organisations when she sees a part of it', () => {
		expect(sessionCount(held, today, false)?.key).toBe('training.came-of-yours');
		expect(sessionCount(planned, today, false)?.key).toBe('training.seats-taken-yours');
	});
});
