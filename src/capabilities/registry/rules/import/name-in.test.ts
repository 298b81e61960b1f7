import { describe, expect, it } from 'vitest';
import { nameIn } from './name-in.ts';

const read = (name: string, acronym = '') => nameIn({ name, acronym });

describe('the name of a line', () => {
	it.each([
		['Association Tugwizumwete (ATU)', 'Association Tugwizumwete', 'ATU'],
		['Réseau Amahoro Iwacu - RAI', 'Réseau Amahoro Iwacu', 'RAI'],
		['RAI : Réseau Amahoro Iwacu', 'Réseau Amahoro Iwacu', 'RAI'],
		['Réseau des Femmes Rurales « RFR »', 'Réseau des Femmes Rurales', 'RFR'],
		['ABAKENYEZI TWIYUNGE - ABT', 'ABAKENYEZI TWIYUNGE', 'ABT'],
		['UMURYANGO - BUJUMBURA', 'UMURYANGO - BUJUMBURA', ''],
		['Espoir (ASBL)', 'Espoir (ASBL)', ''],
		['Église (dite du Plateau)', 'Église (dite du Plateau)', ''],
		['  Les   Amis\nde l’Eau ', 'Les Amis de l’Eau', ''],
	])('is read from %j', (text, name, acronym) => {
		expect(read(text)).toEqual({ value: { name, acronym }, faults: [], notes: [] });
	});

	it('keeps what stands in brackets when the acronym has a column of its own and differs', () => {
		expect(read('Urumuri (GITEGA)', 'URU').value).toEqual({ name: 'Urumuri (GITEGA)', acronym: 'URU' });
		expect(read('Urumuri (URU)', 'uru').value).toEqual({ name: 'Urumuri', acronym: 'uru' });
	});

	it('that is a formula stays as it stood, is a fault, and offers what it would show', () => {
		const formula = '=HYPERLINK("http://exemple.bi";"Observatoire Citoyen")';
		expect(read(formula)).toMatchObject({
			value: { name: formula },
			faults: [{ key: 'registry.import-formula', was: formula, suggestions: [{ value: 'Observatoire Citoyen' }] }],
		});
	});

	it.each([
		['', 'registry.import-name-missing'],
		['12', 'registry.import-name'],
		['A', 'registry.import-name'],
		['a'.repeat(161), 'registry.import-too-long'],
	])('that is no name is a fault: %j', (text, key) => {
		expect(read(text).faults.map((fault) => fault.key)).toEqual([key]);
	});
});
