import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween } from './calendar-date.ts';
import { dateInWords } from './date-words.ts';
import { LANGUAGES } from './language.ts';
import { isRefusal } from './refusal.ts';
import { readTypedDate } from './typed-date.ts';

const today = calendarDate('2018-03-14');

describe('a typed date', () => {
	it.each([
		['13/3', '2018-03-13'],
		['13-03-18', '2018-03-13'],
		['13.03.2018', '2018-03-13'],
		['13 / 3', '2018-03-13'],
		['13 mars', '2018-03-13'],
		['Mardi 13 mars 2018', '2018-03-13'],
		['le 1er février 2017', '2017-02-01'],
		['1ᵉʳ décembre 2016', '2016-12-01'],
		['13 Ntwarante 2018', '2018-03-13'],
		['ku wa kabiri 13 Ntwarante 2018', '2018-03-13'],
		['March 13, 2018', '2018-03-13'],
		['13th of March 2018', '2018-03-13'],
		['2018-03-13', '2018-03-13'],
		['13 AOUT 2017', '2017-08-13'],
		['3 janv. 2018', '2018-01-03'],
		['hier', '2018-03-13'],
		['Aujourd’hui', '2018-03-14'],
		["aujourd'hui", '2018-03-14'],
		['avant-hier', '2018-03-12'],
		['tomorrow', '2018-03-15'],
		['ejo hazoza', '2018-03-15'],
		['20/12', '2017-12-20'],
		['20/12/85', '1985-12-20'],
	])('reads %s', (typed, day) => {
		expect(readTypedDate(typed, today)).toBe(day);
	});

	it('looks ahead for a planned day and behind for a past one', () => {
		expect(readTypedDate('20/12', today, 'future')).toBe('2018-12-20');
		expect(readTypedDate('20 mars', today, 'past')).toBe('2017-03-20');
		expect(readTypedDate('ejo', today, 'past')).toBe('2018-03-13');
	});

	it.each([
		['31/11/2018', '2018-11-30', '2018-12-01'],
		['29 février 2018', '2018-02-28', '2018-03-01'],
		['31/11', '2017-11-30', '2017-12-01'],
		['ejo', '2018-03-13', '2018-03-15'],
	])('offers the two near days for %s', (typed, before, after) => {
		expect(readTypedDate(typed, today)).toMatchObject({ kind: 'refusal', params: { before, after } });
	});

	it.each([
		['', 'platform.date-missing'],
		['03/13/2018', 'platform.date-no-such-month'],
		['45/3', 'platform.date-no-such-day'],
		['13/3/3016', 'platform.date-year'],
		['13 mars 3016', 'platform.date-year'],
		['jeudi 13 mars 2018', 'platform.date-other-weekday'],
		['8102/30/31', 'platform.date-no-such-month'],
		['13', 'platform.date-not-understood'],
		['13 jui', 'platform.date-not-understood'],
		['bientôt', 'platform.date-not-understood'],
		['<script>', 'platform.date-not-understood'],
	])('refuses %s', (typed, key) => {
		expect(readTypedDate(typed, today)).toMatchObject({ kind: 'refusal', key });
	});

	it('refuses a million characters and shows forty of them', () => {
		const answer = readTypedDate('9'.repeat(1_000_000), today);
		expect(answer).toMatchObject({ key: 'platform.date-not-understood', params: { typed: `${'9'.repeat(39)}…` } });
	});
});

const someDay = fc
	.integer({ min: 0, max: daysBetween(calendarDate('1900-01-01'), calendarDate('2100-12-31')) })
	.map((days) => addDays(calendarDate('1900-01-01'), days));

describe('every day that exists', () => {
	it('is read back from its words, long or not, in the three languages', () => {
		const styles = fc.constantFrom('long' as const, 'medium' as const);
		fc.assert(
			fc.property(
				fc.record({ day: someDay, now: someDay, language: fc.constantFrom(...LANGUAGES), style: styles }),
				({ day, now, language, style }) => {
					expect(readTypedDate(dateInWords(day, language, style), now)).toBe(day);
				},
			),
		);
	});

	it('is read back from its figures', () => {
		fc.assert(
			fc.property(someDay, someDay, (day, now) => {
				expect(readTypedDate(day.split('-').reverse().join('/'), now)).toBe(day);
			}),
		);
	});

	it('is read back from day and month alone when it is near', () => {
		fc.assert(
			fc.property(someDay, fc.integer({ min: -150, max: 150 }), (now, days) => {
				const day = addDays(now, days);
				fc.pre(!day.endsWith('-02-29') && day >= '1900-01-01' && day <= '2100-12-31');
				expect(readTypedDate(dateInWords(day, 'fr', 'short'), now)).toBe(day);
			}),
		);
	});

	it('any text is answered with a day or a refusal', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const answer = readTypedDate(text, today);
				expect(typeof answer === 'string' || isRefusal(answer)).toBe(true);
			}),
		);
	});
});
