import { describe, expect, it } from 'vitest';
import { everyPlace } from '../../../../../tests/support/gazetteer.ts';
import { gazetteerOf } from './gazetteer.ts';
import { placeIn } from './place-in.ts';

const gazetteer = gazetteerOf(everyPlace());
const nothing = { province: '', commune: '', colline: '', place: '' };
const read = (cells: Partial<typeof nothing>, scheme: '2017' | '2025' = '2017') => placeIn({ ...nothing, ...cells }, gazetteer, scheme);

describe('the place of a line', () => {
	it.each([
		[{ commune: 'Giheta', province: 'Gitega', colline: 'Bihororo' }, 'BDI006004', 'Bihororo'],
		[{ commune: 'commune de GIHETA' }, 'BDI006004', ''],
		[{ commune: 'Nyanza lac', province: 'Makamba' }, 'BDI010005', ''],
		[{ commune: 'Mugongo-Manga' }, 'BDI002006', ''],
		[{ commune: 'Butaganzwa', province: 'Kayanza' }, 'BDI008001', ''],
		[{ commune: 'Butaganzwa', province: 'Prov. Ruyigi' }, 'BDI016001', ''],
		[{ commune: 'Buhiga', province: 'Karusi' }, 'BDI007002', ''],
		[{ commune: 'Muha', province: 'Mairie de Bujumbura' }, 'BDI017014', ''],
		[{ commune: 'BDI006004', province: 'Gitega' }, 'BDI006004', ''],
		[{ place: 'Commune de Giheta, province Gitega' }, 'BDI006004', ''],
		[{ place: 'Colline Bihororo, commune Giheta' }, 'BDI006004', 'Bihororo'],
		[{ place: 'Giheta (Gitega)' }, 'BDI006004', ''],
		[{ place: 'Bihororo, Giheta, Gitega' }, 'BDI006004', 'Bihororo'],
		[{ place: 'C. Gitega / P. Gitega' }, 'BDI006006', ''],
		[{ place: 'Gitega, Gitega' }, 'BDI006006', ''],
	])('is found without a word: %j', (cells, placeCode, colline) => {
		expect(read(cells)).toEqual({ value: { placeScheme: '2017', placeCode, colline }, faults: [], notes: [] });
	});

	it('is found when it is nearly spelt so, and it is said', () => {
		expect(read({ commune: 'Rhuhororo', province: 'Ngozi' })).toMatchObject({
			value: { placeCode: 'BDI014008' },
			notes: [{ key: 'registry.import-place-read-as', was: 'Rhuhororo', became: 'Ruhororo (Ngozi)' }],
		});
	});

	it('may be of the other division: the line keeps that one, and it is said', () => {
		expect(read({ commune: 'Giheta' }, '2025')).toMatchObject({
			value: { placeScheme: '2017', placeCode: 'BDI006004' },
			faults: [],
			notes: [{ key: 'registry.import-place-of-2017' }],
		});
		expect(read({ commune: 'Cankuzo', province: 'Buhumuza' })).toMatchObject({ value: { placeScheme: '2025', placeCode: 'BI103' } });
	});

	it('is looked for in the wanted division first', () => {
		expect(read({ commune: 'Gitega', province: 'Gitega' }, '2025').value).toMatchObject({ placeScheme: '2025' });
		expect(read({ commune: 'Gitga', province: 'Gitega' }).value).toMatchObject({ placeScheme: '2017', placeCode: 'BDI006006' });
	});

	it('is not chosen between two communes of one name, nor between a commune and a quarter of the capital', () => {
		const { value, faults } = read({ commune: 'Butaganzwa' });
		expect(value.placeCode).toBe('');
		expect(faults).toMatchObject([
			{ key: 'registry.import-place-ambiguous', suggestions: [{ value: '2017:BDI008001' }, { value: '2017:BDI016001' }] },
		]);
		expect(read({ commune: 'Kanyosha' }).faults[0]?.suggestions.map(({ label }) => label)).toEqual([
			'Kanyosha (Bujumbura Rural, 2017)',
			'Muha (Bujumbura Mairie, 2017)',
		]);
		expect(read({ commune: 'Kanyosha', province: 'Bujumbura Rural' }).faults).toEqual([]);
	});

	it.each([
		[{ commune: 'Giheta', province: 'Rutana' }, 'registry.import-place-contradicted', '2017:BDI006004'],
		[{ commune: 'Kinama', province: 'Bujumbura Mairie' }, 'registry.import-place-unknown', '2017:BDI017016'],
		[{ commune: '', province: 'Bubanza' }, 'registry.import-place-province-only', '2017:BDI001001'],
	])('is not chosen against what is written, but offered: %j', (cells, key, value) => {
		const { value: found, faults } = read(cells);
		expect(found.placeCode).toBe('');
		expect(faults[0]).toMatchObject({ key });
		expect(faults[0]?.suggestions[0]?.value).toBe(value);
	});

	it('that is nowhere in the country is a fault', () => {
		expect(read({ commune: 'Atlantis' }).faults).toMatchObject([{ key: 'registry.import-place-unknown', was: 'Atlantis', suggestions: [] }]);
		expect(read({}).faults).toMatchObject([{ key: 'registry.import-place-missing' }]);
		expect(read({ commune: 'Giheta', province: 'Atlantis' })).toMatchObject({
			value: { placeCode: 'BDI006004' },
			faults: [{ key: 'registry.import-province-unknown' }],
		});
	});
});
