import { describe, expect, it } from 'vitest';
import { readBirthYear } from './typed-birth.ts';

describe('a birth as people say it', () => {
	it('is a year or an age, and says when it is about', () => {
		expect(readBirthYear('1988', '2026-11-23')).toEqual({ year: 1988, isAbout: false });
		expect(readBirthYear('30 ans', '2026-11-23')).toEqual({ year: 1996, isAbout: true });
		for (const odd of ['', 'trente', '198', '30166', '12/3/1988']) expect(readBirthYear(odd, '2026-11-23')).toBeUndefined();
	});
});
