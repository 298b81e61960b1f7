import { describe, expect, it } from 'vitest';
import { hourInWords, momentInWords } from './moment-words.ts';

const sentAt = Date.parse('2018-03-12T15:20:00Z');

describe('a moment in words', () => {
	it('is an hour of Burundi, written as each language does', () => {
		expect(hourInWords(sentAt, 'fr')).toBe('17\u00a0h\u00a020');
		expect(hourInWords(sentAt, 'en')).toBe('17:20');
		expect(hourInWords(Date.parse('2018-03-12T22:05:00Z'), 'rn')).toBe('0\u00a0h\u00a005');
	});

	it('says the day when it is another one', () => {
		expect(momentInWords(sentAt, sentAt + 60_000, 'fr')).toBe('17\u00a0h\u00a020');
		expect(momentInWords(sentAt, sentAt + 86_400_000, 'fr')).toBe('lundi 12\u00a0mars à 17\u00a0h\u00a020');
		expect(momentInWords(sentAt, sentAt + 30 * 86_400_000, 'en')).toBe('12\u00a0March 2018 at 17:20');
	});
});
