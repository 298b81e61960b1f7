import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const lineOf = (...row: (string | number | null)[]) => csvOf({ head: ['a'], rows: [row] }).split('\r\n')[1];

describe('a list as CSV', () => {
	it('is what a French spreadsheet opens: its mark, semicolons, one line a row', () => {
		expect(csvOf({ head: ['Nom', 'Membres'], rows: [['Abahuza', 12]] })).toBe('\uFEFFNom;Membres\r\nAbahuza;12\r\n');
	});

	it('keeps semicolons, quotes and line breaks inside their cell', () => {
		expect(lineOf('a;b', 'dit "oui"', 'deux\nlignes', null, 0)).toBe('"a;b";"dit ""oui""";"deux\nlignes";;0');
	});

	it.each(['=1+1', '+257', '-1', '@x', '\tx'])('never has a spreadsheet carry out %j', (text) => {
		expect(lineOf(text)).toBe(`'${text}`);
	});
});
