import { describe, expect, it } from 'vitest';
import { bonesOf, closeness, comparedPhone, folded, sounded } from './spelling.ts';

describe('a spelling', () => {
	it('is compared without accents, apostrophes and capitals', () => {
		expect(folded('  Abarimyi b’i GASORWE — Évariste ')).toBe('abarimyi b i gasorwe evariste');
	});

	it.each([
		['twiyungunganye', 'twiyunguganye'],
		['nkurunziza', 'nkulunziza'],
		['ndihokubwayo', 'ndihokubgayo'],
		['christine', 'kristine'],
		['philippe', 'filipe'],
		['ntacambuza', 'ntacyambuza'],
	])('%s and %s are heard as one word', (one, other) => {
		expect(sounded(one)).toBe(sounded(other));
		expect(bonesOf(one)).toBe(bonesOf(other));
	});

	it('with two letters exchanged is closer than with another letter', () => {
		expect(closeness('ferdinand', 'ferdinadn')).toBeGreaterThan(closeness('ferdinand', 'ferdinant'));
		expect(closeness('abahuza', 'abahuza')).toBe(1);
		expect(closeness('abahuza', 'turikumwe')).toBeLessThan(0.4);
		expect(closeness('abahuza', '')).toBe(0);
	});

	it('of a telephone number is its last eight figures', () => {
		expect(comparedPhone('+257 79 44 55 66')).toBe(comparedPhone('79-445-566'));
		expect(comparedPhone('1234')).toBe('');
	});
});
