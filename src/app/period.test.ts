import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { askedPeriod } from './period.ts';

const programme = { startsOn: calendarDate('2026-01-01'), endsOn: calendarDate('2028-12-31') };
const now = calendarDate('2026-11-25');
const ask = (query: string) => askedPeriod(new URL(`http://x/rapports${query}`), programme, now);

describe('the period that is asked for', () => {
	it('is the programme’s life so far when nothing is asked', () => {
		expect(ask('').period).toEqual({ from: '2026-01-01', to: '2026-11-25' });
		expect(ask('?du=&au=').period).toEqual({ from: '2026-01-01', to: '2026-11-25' });
		expect(ask('?au=31/03/2026').period).toEqual({ from: '2026-01-01', to: '2026-03-31' });
	});

	it.each([
		['abc', 'platform.date-not-understood'],
		['31/11/2026', 'platform.date-impossible'],
		['3016-01-01', 'platform.date-year'],
	])('is none when a day is %s: the refusal stands at it and what was typed stays', (typed, key) => {
		const asked = ask(`?du=${typed}&au=31/03/2026`);
		expect(asked.period).toBeUndefined();
		expect(asked.refusals.du?.key).toBe(key);
		expect(asked.refusals.au).toBeUndefined();
		expect(asked.typed).toEqual({ du: typed, au: '31/03/2026' });
	});

	it('is none when its last day comes before its first, and is not turned round', () => {
		const asked = ask('?du=2026-06-30&au=2026-01-01');
		expect(asked.period).toBeUndefined();
		expect(asked.refusals.au?.key).toBe('indicators.period-reversed');
	});

	it('is one day when both are the same', () => {
		expect(ask('?du=2026-06-30&au=2026-06-30').period).toEqual({ from: '2026-06-30', to: '2026-06-30' });
	});
});
