import { describe, expect, it } from 'vitest';
import { countingANeed } from './counting-a-need.ts';

describe('the indicators a need counts in', () => {
	it('are none while it waits', () => {
		expect(countingANeed({ isAnswered: false, came: 0 })).toEqual([]);
	});

	it('are one when it was answered, and three when people came', () => {
		expect(countingANeed({ isAnswered: true, came: 0 })).toEqual(['needs-answered']);
		expect(countingANeed({ isAnswered: true, came: 2 })).toHaveLength(3);
	});
});
