import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { accounts } from '../schema.ts';
import { closeAccount } from './close-account.ts';

const account = {
	id: newId(),
	scopeId: newId(),
	fullName: 'Cyprien',
	userName: 'cyprien',
	language: 'fr',
	openedOn: '2026-01-01',
	closedOn: null,
} as const;

describe('close an account', () => {
	it('closes it from that day', async () => {
		const decision = await judged(closeAccount, { accountId: account.id, closedOn: '2026-03-01' }, [[accounts, account]]);
		expect(rowsInto(accounts, decision)).toEqual([{ ...account, closedOn: '2026-03-01' }]);
	});

	it('closes at once, on its first day, what a clock that is behind would close before it was opened', async () => {
		const decision = await judged(closeAccount, { accountId: account.id, closedOn: '2025-12-31' }, [[accounts, account]]);
		expect(rowsInto(accounts, decision)).toEqual([{ ...account, closedOn: '2026-01-01' }]);
	});

	it('refuses one’s own, and one that is closed', async () => {
		expect(verdictOf(await judged(closeAccount, { accountId: ACTOR, closedOn: '2026-03-01' }, [[accounts, { ...account, id: ACTOR }]]))).toBe(
			'platform.own-account',
		);
		const closed = { ...account, closedOn: '2026-02-01' as never };
		expect(verdictOf(await judged(closeAccount, { accountId: account.id, closedOn: '2026-03-01' }, [[accounts, closed]]))).toBe(
			'platform.account-closed',
		);
	});
});
