import { describe, expect, it } from 'vitest';
import type { Person } from '#capabilities/people/index.ts';
import { addedAs, likelyPersons } from './attendance-sheet.ts';

const aPerson = (fullName: string) => ({ id: fullName, fullName, sex: 'F' }) as Person;

describe('adding a person on the spot', () => {
	it('proposes who has a like name, whatever the accents and the order of words', () => {
		const known = ['Niyonkuru Claudette', 'Niyonkuru Claudine', 'Bukuru Spès'].map(aPerson);
		expect(likelyPersons('clau niyon', known).map(({ fullName }) => fullName)).toEqual(['Niyonkuru Claudette', 'Niyonkuru Claudine']);
		expect(likelyPersons('spes', known)).toHaveLength(1);
		expect(likelyPersons('Ni', known)).toEqual([]);
	});

	it('says the name as it is kept, without marks that turn it', () => {
		const typed = { id: 'x', fullName: ' Bukuru \u202EsèpS\u202C\n \u200FNé\u0000 ', sex: 'F', birthYear: null, phone: '' } as const;
		expect(addedAs(typed)).toEqual({ name: 'Bukuru sèpS Né', sex: 'F' });
	});
});
