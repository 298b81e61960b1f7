import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { francsInDigits, numberInDigits } from './amount-words.ts';
import { francs } from './francs.ts';
import { LANGUAGES } from './language.ts';
import { isRefusal } from './refusal.ts';
import { readTypedCount, readTypedEuros, readTypedFrancs } from './typed-amount.ts';

describe('a typed number', () => {
	it.each([
		['120 000', 120_000],
		['120\u202f000', 120_000],
		['120.000', 120_000],
		['120,000', 120_000],
		['1.240.000', 1_240_000],
		['120000 FBu', 120_000],
		['120000fbu', 120_000],
		['120 mille', 120_000],
		['120mille francs', 120_000],
		['ibihumbi 120', 120_000],
		['1,5 million', 1_500_000],
		['mille', 1_000],
		['007', 7],
		['0', 0],
	])('reads %s', (typed, value) => {
		expect(readTypedCount(typed)).toBe(value);
	});

	it.each([
		['', 'platform.amount-missing'],
		['FBu', 'platform.amount-missing'],
		['-5', 'platform.amount-negative'],
		['− 5', 'platform.amount-negative'],
		['12,5', 'platform.amount-not-whole'],
		['beaucoup', 'platform.amount-letters'],
		['1e9', 'platform.amount-letters'],
		['12 34', 'platform.amount-not-understood'],
		['=1+1', 'platform.amount-letters'],
		['9'.repeat(40), 'platform.amount-too-large'],
	])('refuses %s', (typed, key) => {
		expect(readTypedCount(typed)).toMatchObject({ kind: 'refusal', key });
	});

	it('answers any text with a number or a refusal', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const answer = readTypedCount(text);
				expect(typeof answer === 'number' ? answer >= 0 && Number.isInteger(answer) : isRefusal(answer)).toBe(true);
			}),
		);
	});

	it('refuses a million characters', () => {
		expect(readTypedCount('9'.repeat(1_000_000))).toMatchObject({ key: 'platform.amount-not-understood' });
	});

	it('reads euros to the cent', () => {
		expect(readTypedEuros('2 222 222 €')).toBe(222_222_200);
		expect(readTypedEuros('12,50')).toBe(1_250);
	});

	it('reads back every amount from how it is shown', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom(...LANGUAGES), (amount, language) => {
				expect(readTypedFrancs(francsInDigits(francs(amount), language))).toBe(amount);
			}),
		);
	});
});

describe('a number on the screen', () => {
	it('has thin spaces and a decimal comma in French and Kirundi', () => {
		expect(numberInDigits(1240000.5, 'fr')).toBe('1\u202f240\u202f000,5');
		expect(numberInDigits(84000, 'rn')).toBe('84\u202f000');
		expect(numberInDigits(-1234.567, 'en')).toBe('−1,234.57');
		expect(francsInDigits(francs(84000), 'fr')).toBe('84\u202f000\u00a0FBu');
	});
});
