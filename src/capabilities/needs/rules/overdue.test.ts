import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { aNeed } from '../builders.ts';
import { isOverdue, waitsSince } from './overdue.ts';

const on = (day: string) => day as CalendarDate;
const within = { days: 30, today: on('2026-03-12') };
const reopened = {
	rounds: [
		{
			...{ decision: 'accepted' as const, reason: 'Oui', decidedOn: on('2026-01-10'), answeredOn: on('2026-01-12'), answerWords: 'Bientôt' },
			...{ promisedFor: null, reopenedOn: on('2026-03-01'), reopenedWhy: 'Rien n’a été fait' },
		},
	],
};
const told = { answeredOn: on('2026-01-12'), answerWords: 'Bientôt', verdict: 'no' as const, verdictOn: on('2026-02-20'), verdictWords: '' };

describe('a need without an answer', () => {
	it('is not late on the last day, and is on the next', () => {
		expect(isOverdue(aNeed({ expressedOn: on('2026-02-10') }), undefined, within)).toBe(false);
		expect(isOverdue(aNeed({ expressedOn: on('2026-02-09') }), undefined, within)).toBe(true);
	});

	it('is late no more once it was answered or taken back', () => {
		expect(isOverdue(aNeed({ expressedOn: on('2026-01-01'), answeredOn: on('2026-01-12') }), undefined, within)).toBe(false);
		expect(isOverdue(aNeed({ expressedOn: on('2026-01-01'), takenBackOn: on('2026-01-12') }), undefined, within)).toBe(false);
	});

	it('waits anew from the day its group was reopened, unless it had no answer before', () => {
		const old = aNeed({ expressedOn: on('2026-01-01'), earlierAnswers: [told] });
		expect(waitsSince(old, reopened)).toBe('2026-03-01');
		expect(isOverdue(old, reopened, within)).toBe(false);
		expect(waitsSince(aNeed({ expressedOn: on('2026-01-01') }), reopened)).toBe('2026-01-01');
	});
});
