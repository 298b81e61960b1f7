import { describe, expect, it } from 'vitest';
import { groupDigits } from './grouped-digits.ts';

describe('digits while they are typed', () => {
	it('are grouped by three, the caret after the same digit', () => {
		expect(groupDigits({ text: '120000', caret: 6 }, 'fr')).toEqual({ text: '120\u202f000', caret: 7 });
		expect(groupDigits({ text: '1200000', caret: 2 }, 'fr')).toEqual({ text: '1\u202f200\u202f000', caret: 3 });
		expect(groupDigits({ text: '12 00', caret: 5 }, 'en')).toEqual({ text: '1,200', caret: 5 });
	});

	it('are left alone beside letters, signs and leading zeros', () => {
		for (const text of ['120 mille', '-5', '1.5', '007', '']) expect(groupDigits({ text, caret: 1 }, 'fr').text).toBe(text);
	});
});
