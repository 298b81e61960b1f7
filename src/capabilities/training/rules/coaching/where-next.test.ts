import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { proposedDay, visitNeed, whereNext, type Visited } from './where-next.ts';

const today = calendarDate('2026-11-25');
const known = (name: string, given: Partial<Visited> = {}): Visited => ({
	...{ organisationId: name, name, percent: 80, percentBefore: 80, lastOn: calendarDate('2026-11-01'), overdue: 0, plannedFor: null },
	...given,
});

describe('the need of a visit', () => {
	it('shows its working: low, fallen, overdue, and how long since the last', () => {
		const fallen = known('A', { percent: 40, percentBefore: 61, overdue: 2, lastOn: calendarDate('2026-05-25') });
		expect(visitNeed(fallen, today)).toEqual({ low: 6, fallen: 7, overdue: 6, since: 6, total: 25 });
	});

	it('is counted for one that was never visited, and a score that rose takes nothing away', () => {
		expect(visitNeed(known('A', { percent: null, percentBefore: null, lastOn: null }), today)).toMatchObject({ low: 5, fallen: 0, since: 10 });
		expect(visitNeed(known('A', { percent: 90, percentBefore: 20 }), today).fallen).toBe(0);
	});

	it('puts the greatest first, and those to which a visit is planned after all others, by their day', () => {
		const order = whereNext(
			[
				known('Later', { plannedFor: calendarDate('2026-12-20') }),
				known('Calm'),
				known('Soon', { plannedFor: calendarDate('2026-12-02'), percent: 0 }),
				known('Low', { percent: 10 }),
			],
			today,
		);
		expect(order.map(({ name }) => name)).toEqual(['Low', 'Calm', 'Soon', 'Later']);
	});
});

describe('the day proposed', () => {
	it('is sooner as the need is greater, and never on a Saturday or Sunday', () => {
		expect(proposedDay({ total: 25 }, today)).toBe('2026-12-02');
		expect(proposedDay({ total: 15 }, today)).toBe('2026-12-16');
		expect(proposedDay({ total: 2 }, today)).toBe('2027-01-06');
		expect(proposedDay({ total: 25 }, calendarDate('2026-11-28'))).toBe('2026-12-07');
		expect(proposedDay({ total: 25 }, calendarDate('2026-11-29'))).toBe('2026-12-07');
	});
});
