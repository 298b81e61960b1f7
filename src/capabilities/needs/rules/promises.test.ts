import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { aGroup } from '../builders.ts';
import type { AnswerLink } from '../schema.ts';
import { promisedInMonth, promisesOf } from './promises.ts';

const on = (day: string) => day as CalendarDate;
const today = on('2026-11-25');
const link = (state: AnswerLink['state'], day: string): AnswerLink => ({ kind: 'equipment', id: newId(), label: 'Dix houes', on: on(day), state });

describe('what a group promises', () => {
	it('is late when its day has passed and somebody still waits, kept when nobody does', () => {
		const group = aGroup({ promisedFor: on('2026-11-20') });
		expect(promisesOf({ ...group, waiting: 2 }, today)).toMatchObject([{ what: 'answer', state: 'late' }]);
		expect(promisesOf({ ...group, waiting: 0 }, today)).toMatchObject([{ what: 'answer', state: 'kept' }]);
		expect(promisesOf({ ...group, promisedFor: today, waiting: 1 }, today)).toMatchObject([{ state: 'due' }]);
	});

	it('is kept for those it was given to, when only somebody who asked after its day waits', () => {
		const group = aGroup({ promisedFor: on('2026-11-20') });
		expect(promisesOf({ ...group, waiting: 1, firstWaiting: '2026-11-22' }, today)).toMatchObject([{ state: 'kept' }]);
		expect(promisesOf({ ...group, waiting: 2, firstWaiting: '2026-11-01' }, today)).toMatchObject([{ state: 'late' }]);
	});

	it('lists a deferred group on the day to look again, and a thing on its own day with its state', () => {
		const group = aGroup({
			decision: 'deferred',
			lookAgainOn: on('2026-11-01'),
			answers: [link('planned', '2026-12-03'), link('held', '2026-10-02')],
		});
		expect(promisesOf({ ...group, waiting: 0 }, today).map(({ what, state }) => [what, state])).toEqual([
			['look-again', 'late'],
			['thing', 'due'],
			['thing', 'kept'],
		]);
	});

	it('stands in the month of its day only, in the order of days', () => {
		const group = aGroup({ answers: [link('planned', '2026-12-24'), link('cancelled', '2026-12-03'), link('planned', '2027-01-01')] });
		expect(promisedInMonth(promisesOf({ ...group, waiting: 0 }, today), '2026-12').map(({ on, state }) => [on, state])).toEqual([
			['2026-12-03', 'cancelled'],
			['2026-12-24', 'due'],
		]);
	});
});
