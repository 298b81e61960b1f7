import { describe, expect, it } from 'vitest';
import { communeFor, placesStoodFor, wholeCommunesIn } from './other-division.ts';

// Gasorwe and Muyinga became one commune; Kanyosha was cut in two; Mugina stayed what it was.
const crossings = [
	{ code2017: 'BDI01', code2025: 'BI106' },
	{ code2017: 'BDI02', code2025: 'BI106' },
	{ code2017: 'BDI03', code2025: 'BI206' },
	{ code2017: 'BDI03', code2025: 'BI209' },
	{ code2017: 'BDI04', code2025: 'BI209' },
	{ code2017: 'BDI05', code2025: 'BI301' },
];

describe('a place of the other division', () => {
	it('is in the new commune when the whole of the old one is', () => {
		const whole = wholeCommunesIn('2025', crossings);
		expect(communeFor({ scheme: '2017', code: 'BDI02' }, '2025', whole)).toBe('BI106');
		expect(communeFor({ scheme: '2025', code: 'BI206' }, '2025', whole)).toBe('BI206');
	});

	it('is in none when the old commune was cut, or is not known', () => {
		const whole = wholeCommunesIn('2025', crossings);
		expect(communeFor({ scheme: '2017', code: 'BDI03' }, '2025', whole)).toBeUndefined();
		expect(communeFor({ scheme: '2017', code: 'BDI99' }, '2025', whole)).toBeUndefined();
	});

	it('is in an old commune only when the new one was made of that one alone', () => {
		const whole = wholeCommunesIn('2017', crossings);
		expect(communeFor({ scheme: '2025', code: 'BI301' }, '2017', whole)).toBe('BDI05');
		expect(communeFor({ scheme: '2025', code: 'BI106' }, '2017', whole)).toBeUndefined();
	});

	it('is found again from the commune that stands for it', () => {
		expect(placesStoodFor({ scheme: '2025', code: 'BI106' }, wholeCommunesIn('2025', crossings))).toEqual([
			{ scheme: '2025', code: 'BI106' },
			{ scheme: '2017', code: 'BDI01' },
			{ scheme: '2017', code: 'BDI02' },
		]);
	});
});
