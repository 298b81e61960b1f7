import type { Id } from '#kernel/ids.ts';
import type { AccountRow } from '#platform/access/door/accounts.ts';

/** An account with where each of its roles is held, in words. */
export type ListedAccount = AccountRow & Readonly<{ places: readonly string[] }>;

/** Puts the names of partners and organisations beside accounts; a scope without a name, or one not seen, adds none. */
export function withPlaces(accounts: readonly AccountRow[], names: ReadonlyMap<Id, string>): readonly ListedAccount[] {
	return accounts.map((account) => ({
		...account,
		places: [...new Set(account.roles.flatMap(({ scopeId }) => names.get(scopeId) ?? []))],
	}));
}

/** The accounts in which all the words typed are found, whatever the accents and capitals. */
export function accountsWith(words: string, accounts: readonly ListedAccount[]): readonly ListedAccount[] {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	return accounts.filter(({ fullName, userName, places }) => {
		const said = plain([fullName, userName, ...places].join(' '));
		return wanted.every((word) => said.includes(word));
	});
}

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}
