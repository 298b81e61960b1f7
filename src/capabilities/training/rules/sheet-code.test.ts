import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCode, readSheetCode, sheetCode } from './sheet-code.ts';

const LETTERS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const sessionCode = fc.stringMatching(/^[A-Z0-9]{1,4}-?[A-Z0-9]{2,14}$/);

describe('the code of a sheet', () => {
	it('adds two characters to the code of its session', () => {
		expect(sheetCode('FM-0412')).toMatch(/^FM-0412-[0-9A-HJKMNP-TV-Z]{2}$/);
		expect(sheetCode('FM-0412')).not.toBe(sheetCode('FM-0421'));
	});

	it('is read back however it is typed', () => {
		fc.assert(
			fc.property(sessionCode, (code) => {
				const printed = sheetCode(code);
				for (const typed of [printed, printed.toLowerCase(), printed.replaceAll('-', ' '), ` ${printed}.`])
					expect(readSheetCode(typed)).toEqual({ kind: 'sound', code: plainCode(code) });
			}),
		);
	});

	it('is read back when O is taken for 0, or I and L for 1', () => {
		const printed = sheetCode('FM-0110');
		expect(readSheetCode(printed.replace('0110', 'OIlo'))).toEqual({ kind: 'sound', code: plainCode('FM-0110') });
	});

	it('says which single character was misread, and what it should be', () => {
		fc.assert(
			fc.property(sessionCode, fc.nat(), fc.constantFrom(...LETTERS), (code, where, letter) => {
				const printed = sheetCode(code).replaceAll('-', '');
				const at = where % printed.length;
				const right = plainCode(printed).charAt(at);
				fc.pre(letter !== right);
				const typed = printed.slice(0, at) + letter + printed.slice(at + 1);
				expect(readSheetCode(typed)).toEqual({ kind: 'misread', at: at + 1, typed: letter, likely: right });
			}),
		);
	});

	it('never takes two misread characters, or two neighbours exchanged, for another sheet', () => {
		fc.assert(
			fc.property(sessionCode, fc.tuple(fc.nat(), fc.nat()), fc.constantFrom(...LETTERS), (code, [one, other], letter) => {
				const printed = [...plainCode(sheetCode(code))];
				const [a, b] = [one % printed.length, other % printed.length];
				fc.pre(a !== b && printed[a] !== letter && printed[b] !== letter);
				const misread = printed.map((each, at) => (at === a || at === b ? letter : each));
				expect(readSheetCode(misread.join('')).kind).not.toBe('sound');
				const neighbour = (a + 1) % printed.length;
				fc.pre(printed[a] !== printed[neighbour]);
				const exchanged = printed.map((each, at) => (at === a ? printed[neighbour] : at === neighbour ? printed[a] : each));
				expect(readSheetCode(exchanged.join('')).kind).not.toBe('sound');
			}),
		);
	});

	it('reads nothing in what is no code', () => {
		for (const typed of ['', '-', '7K', 'ab', '«»']) expect(readSheetCode(typed)).toEqual({ kind: 'unread' });
	});
});
