import { describe, expect, it } from 'vitest';
import { earnsCertificate, presenceOf } from './presence.ts';

const halfDays = ['2026-04-10 am', '2026-04-10 pm', '2026-04-11 am', '2026-04-11 pm', '2026-04-12 am'];
const there = (times: number) => Object.fromEntries(halfDays.slice(0, times).map((halfDay, at) => [halfDay, at === 0 ? 'late' : 'present']));

describe('presence', () => {
	it('earns a certificate from four half-days of five, late or on time', () => {
		expect(presenceOf(halfDays, there(4))).toBe(0.8);
		expect(earnsCertificate(presenceOf(halfDays, there(4)))).toBe(true);
		expect(earnsCertificate(presenceOf(halfDays, there(3)))).toBe(false);
	});

	it('counts neither the absent nor the excused, nor a half-day the session no longer has', () => {
		expect(presenceOf(halfDays, { [halfDays[0] ?? '']: 'absent', [halfDays[1] ?? '']: 'excused', '2026-05-01 am': 'present' })).toBe(0);
		expect(presenceOf([], there(5))).toBe(0);
	});
});
