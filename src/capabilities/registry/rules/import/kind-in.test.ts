import { describe, expect, it } from 'vitest';
import { KINDS } from '../../schema.ts';
import { kindIn } from './kind-in.ts';
import { workIn } from './themes-in.ts';

const read = (text: string, name = '', byDefault: 'group' | null = null) => kindIn(text, { name, byDefault });

describe('the kind of a line', () => {
	it.each([
		['ASBL', 'association'],
		['Association sans but lucratif', 'association'],
		['Coop.', 'cooperative'],
		['KOPERATIVE', 'cooperative'],
		['église', 'faith'],
		['Réseau d’associations', 'network'],
		['umugwi', 'group'],
		['AVEC', 'group'],
		['other', 'other'],
	])('is read from %s', (text, kind) => {
		expect(read(text)).toEqual({ value: kind, faults: [], notes: [] });
	});

	it('is said by the name, or by what the list holds, when its cell is empty', () => {
		expect(read('', 'Coopérative Dukorere Hamwe').value).toBe('cooperative');
		expect(read('', 'Urumuri', 'group').value).toBe('group');
	});

	it('that nobody knows, or that nothing says, is a fault that offers all kinds', () => {
		for (const text of ['troupe théâtrale', '']) {
			const { value, faults } = read(text, 'Urumuri');
			expect(value).toBeNull();
			expect(faults[0]?.suggestions.map((suggestion) => suggestion.value)).toEqual(KINDS);
		}
	});
});

describe('what an organisation of a list does', () => {
	it('is the themes of the programme, said in its words or near them', () => {
		expect(workIn({ themes: 'Redevabilité, droits de la femme; Épargne et crédit', services: '' })).toEqual({
			value: { themes: ['accountability', 'human-rights', 'credit-and-income'], services: [] },
			faults: [],
			notes: [],
		});
	});

	it('is kept as a service, and it is said, when the programme has no such theme', () => {
		expect(workIn({ themes: 'Santé', services: 'Dispensaire' })).toMatchObject({
			value: { themes: ['other'], services: ['Dispensaire', 'Santé'] },
			notes: [{ key: 'registry.import-theme-as-service', was: 'Santé' }],
		});
	});
});
