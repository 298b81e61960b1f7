import { describe, expect, it } from 'vitest';
import { ageBand } from './age-band.ts';

describe('age band', () => {
	it('places each age in one band', () => {
		expect([17, 18, 24, 25, 35, 36, 49, 50, 90].map((age) => ageBand(2026 - age, 2026))).toEqual([
			'under-18',
			'18-24',
			'18-24',
			'25-35',
			'25-35',
			'36-49',
			'36-49',
			'50-plus',
			'50-plus',
		]);
	});

	it('says unknown when the year of birth is not known', () => {
		expect(ageBand(null, 2026)).toBe('unknown');
	});
});
