import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { accounts, codes, roles, scopes, type Scope } from '../schema.ts';
import { openMemberAccount, openTeamAccount } from './open-account.ts';

const asked = {
	...{ id: newId(), roleId: newId(), codeId: newId(), codeHash: 'a'.repeat(64), scopeId: newId(), fullName: 'Béatrice Nahimana' },
	...{ userName: ' Beatrice.N ', language: 'fr', role: 'animator', openedOn: '2026-02-01' },
};

const judgedIn = (kind: Scope['kind'], ...[command, input, rows = []]: Parameters<typeof judged>) =>
	judged(command, input, [[scopes, { id: asked.scopeId, scopeId: asked.scopeId, kind } as Scope], ...rows]);

describe('open an account', () => {
	it('gives a role in its scope and a code of which only the hash is kept', async () => {
		const decision = await judgedIn('partner', openTeamAccount, asked);
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
		expect(verdictOf(await judgedIn('programme', openTeamAccount, asked, [[accounts, taken]]))).toBe('platform.user-name-taken');
	});

	it('gives in an organisation the roles of an organisation only', async () => {
		await expect(judged(openMemberAccount, asked)).rejects.toThrow();
		await expect(judged(openTeamAccount, { ...asked, role: 'administrator' })).rejects.toThrow();
		expect(verdictOf(await judgedIn('organisation', openMemberAccount, { ...asked, role: 'leader' }))).toBe('applied');
	});

	it('refuses whoever would lead a whole partner, or be of the team of one organisation', async () => {
		const leader = { ...asked, role: 'leader' };
		for (const kind of ['partner', 'programme', 'platform'] as const)
			expect(verdictOf(await judgedIn(kind, openMemberAccount, leader))).toBe('platform.role-not-there');
		for (const kind of ['organisation', 'platform'] as const)
			expect(verdictOf(await judgedIn(kind, openTeamAccount, asked))).toBe('platform.role-not-there');
		expect(verdictOf(await judged(openMemberAccount, leader))).toBe('platform.role-not-there');
	});
});
