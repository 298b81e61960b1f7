import { describe, expect, it } from 'vitest';
import { phonesIn } from './phones-in.ts';

describe('telephones of a cell', () => {
	it.each([
		['79 12 34 56', ['+257 79 12 34 56']],
		['79123456', ['+257 79 12 34 56']],
		['79.12.34.56', ['+257 79 12 34 56']],
		['+257 79 12 34 56', ['+257 79 12 34 56']],
		['(+257) 79-12-34-56', ['+257 79 12 34 56']],
		['00257 79123456', ['+257 79 12 34 56']],
		['257 79 123 456', ['+257 79 12 34 56']],
		['Tél. : 22 40 11 22', ['+257 22 40 11 22']],
		['2.2222222E7', ['+257 22 22 22 22']],
		['22222222.0', ['+257 22 22 22 22']],
		['79112233/69445566', ['+257 79 11 22 33', '+257 69 44 55 66']],
		['76 44 33 22 ou 68 44 33 22', ['+257 76 44 33 22', '+257 68 44 33 22']],
		['71 71 71 71\n72 72 72 72', ['+257 71 71 71 71', '+257 72 72 72 72']],
		['71717171 72727272', ['+257 71 71 71 71', '+257 72 72 72 72']],
		['79 12 34 56 ; 79123456', ['+257 79 12 34 56']],
		['+32 470 12 34 56', ['+32 470 12 34 56']],
		['', []],
		['néant', []],
	])('are read from %j', (text, phones) => {
		expect(phonesIn(text)).toEqual({ value: phones, faults: [], notes: [] });
	});

	it.each(['75 20 20 2', '79 12 34 56 78', '12 34 56 78', 'voir le président', '+257 12', '2.2E7x'])(
		'that cannot be called are faults: %s',
		(text) => {
			expect(phonesIn(text)).toMatchObject({ value: [], faults: [{ field: 'phone', key: 'registry.import-phone', was: text }] });
		},
	);

	it('keep those that are whole beside one that is not', () => {
		expect(phonesIn('79 12 34 56 / 75 20 2')).toMatchObject({ value: ['+257 79 12 34 56'], faults: [{ was: '79 12 34 56 / 75 20 2' }] });
	});
});
