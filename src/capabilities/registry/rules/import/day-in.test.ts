import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { dayIn } from './day-in.ts';

const today = calendarDate('2026-11-25');
const read = (text: string) => dayIn('actedOn', text, today);

describe('a day of a list', () => {
	it.each([
		['12/3/14', '2014-03-12'],
		['12-03-2014', '2014-03-12'],
		['12 mars 2014', '2014-03-12'],
		['le 1er mars 2014', '2014-03-01'],
		['du 12.03.2014', '2014-03-12'],
		['2014-03-12T00:00:00', '2014-03-12'],
		['12/03/2014 00:00', '2014-03-12'],
		['41710', '2014-03-12'],
		['41710.5', '2014-03-12'],
		['March 12, 2014', '2014-03-12'],
		['12 mars 14', '2014-03-12'],
		['', null],
		['-', null],
	])('is read from %j', (text, day) => {
		expect(read(text)).toEqual({ value: day, faults: [], notes: [] });
	});

	it('that does not exist is a fault that offers the two beside it', () => {
		expect(read('31/02/2014')).toMatchObject({
			value: null,
			faults: [{ key: 'registry.import-day-impossible', was: '31/02/2014', suggestions: [{ value: '2014-02-28' }, { value: '2014-03-01' }] }],
		});
	});

	it('typed month first is a fault that offers the day it may be', () => {
		expect(read('03/18/2014')).toMatchObject({
			value: null,
			faults: [{ key: 'registry.import-day', suggestions: [{ value: '2014-03-18', label: '18/03/2014' }] }],
		});
	});

	it('without its year is never given one in silence', () => {
		for (const text of ['12/3', '12 mars', 'hier'])
			expect(read(text)).toMatchObject({ value: null, faults: [{ key: 'registry.import-day-without-year' }] });
	});

	it('ahead of today is a fault', () => {
		expect(read('12/03/2027')).toMatchObject({ value: null, faults: [{ key: 'registry.import-day-ahead' }] });
	});

	it('that is no day is a fault, with nothing offered', () => {
		for (const text of ['2014', 'vers 2014', 'inconnue', '99999']) expect(read(text)).toMatchObject({ value: null, faults: [{ was: text }] });
	});
});
