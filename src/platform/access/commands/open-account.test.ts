import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { accounts, codes, roles } from '../schema.ts';
import { openMemberAccount, openTeamAccount } from './open-account.ts';

const asked = {
	...{ id: newId(), roleId: newId(), codeId: newId(), codeHash: 'a'.repeat(64), scopeId: newId(), fullName: 'Béatrice Nahimana' },
	...{ userName: ' Beatrice.N ', language: 'fr', role: 'animator', openedOn: '2026-02-01' },
};

describe('open an account', () => {
	it('gives a role in its scope and a code of which only the hash is kept', async () => {
		const decision = await judged(openTeamAccount, asked);
		expect(rowsInto(accounts, decision)).toMatchObject([{ userName: 'beatrice.n', scopeId: asked.scopeId, closedOn: null }]);
		expect(rowsInto(roles, decision)).toMatchObject([{ role: 'animator', scopeId: asked.scopeId, accountId: asked.id }]);
		expect(rowsInto(codes, decision)).toMatchObject([{ hash: 'a'.repeat(64), accountId: asked.id }]);
	});

	it('refuses a user name that is taken', async () => {
		const taken = {
			id: newId(),
			scopeId: newId(),
			fullName: 'Autre',
			userName: 'beatrice.n',
			language: 'fr',
			openedOn: '2026-01-01',
			closedOn: null,
		} as const;
		expect(verdictOf(await judged(openTeamAccount, asked, [[accounts, taken]]))).toBe('platform.user-name-taken');
	});

	it('gives in an organisation the roles of an organisation only', async () => {
		await expect(judged(openMemberAccount, asked)).rejects.toThrow();
		await expect(judged(openTeamAccount, { ...asked, role: 'administrator' })).rejects.toThrow();
		expect(verdictOf(await judged(openMemberAccount, { ...asked, role: 'leader' }))).toBe('applied');
	});
});
