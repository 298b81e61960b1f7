import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { accountsWith, withPlaces } from './account-list.ts';

const abahuza = newId();
const anAccount = (fullName: string, userName: string, scopeId = newId()) => ({
	id: newId(),
	fullName,
	userName,
	scopeId: newId(),
	openedOn: '2026-01-01' as never,
	closedOn: null,
	own: false,
	roles: [{ role: 'leader' as const, scopeId }],
});
const listed = withPlaces([anAccount('Béatrice Ndayizeye', 'beatrice'), anAccount('Cyprien', 'cyprien', abahuza)], new Map([[abahuza, 'Abahuza']]));

describe('the list of accounts', () => {
	it('says where a role is held, as far as its keeper sees it', () => {
		expect(listed.map(({ places }) => places)).toEqual([[], ['Abahuza']]);
	});

	it('finds by name, user name or organisation, whatever the accents and the order of words', () => {
		const found = (words: string) => accountsWith(words, listed).map(({ userName }) => userName);
		expect(found('NDAYIZEYE beatrice')).toEqual(['beatrice']);
		expect(found('abahùza')).toEqual(['cyprien']);
		expect(found('')).toEqual(['beatrice', 'cyprien']);
		expect(found('personne')).toEqual([]);
	});
});
