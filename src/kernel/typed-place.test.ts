import { describe, expect, it } from 'vitest';
import { readWrittenPlace, writtenPlace } from './typed-place.ts';

describe('a place of a form', () => {
	it('is read back as it was written', () => {
		expect(readWrittenPlace(writtenPlace({ scheme: '2025', code: 'BI101' }))).toEqual({ scheme: '2025', code: 'BI101' });
		expect(readWrittenPlace('2017:BDI001001')).toEqual({ scheme: '2017', code: 'BDI001001' });
	});

	it('is nothing when it is anything else', () => {
		for (const text of ['', 'Gasorwe', '2018:BI101', '2025:', "2025:BI1'; --"]) expect(readWrittenPlace(text)).toBeUndefined();
	});
});
