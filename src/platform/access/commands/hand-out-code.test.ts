import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import type { Role } from '../roles.ts';
import { accounts, codes, roles } from '../schema.ts';
import { handOutMemberCode, handOutTeamCode } from './hand-out-code.ts';

const scopeId = newId();
const account = { id: newId(), scopeId, fullName: 'Cyprien', userName: 'cyprien', language: 'fr', openedOn: '2026-01-01', closedOn: null } as const;
const asked = { codeId: newId(), accountId: account.id, codeHash: 'b'.repeat(64), handedOn: '2026-03-01' };

function holding(role: Role, at = scopeId) {
	return [roles, { id: newId(), scopeId: at, accountId: account.id, role, givenOn: '2026-01-01', endedOn: null }] as const;
}

describe('hand out a code', () => {
	it('keeps its hash, in the scope of the account', async () => {
		const decision = await judged(handOutMemberCode, asked, [[accounts, account], holding('leader')]);
		expect(rowsInto(codes, decision)).toMatchObject([{ accountId: account.id, scopeId, hash: 'b'.repeat(64) }]);
	});

	it('opens no higher door than a member’s to who gives it in an organisation', async () => {
		expect(verdictOf(await judged(handOutMemberCode, asked, [[accounts, account], holding('coordinator')]))).toBe('platform.code-too-high');
		expect(verdictOf(await judged(handOutTeamCode, asked, [[accounts, account], holding('coordinator')]))).toBe('applied');
	});

	it('refuses for one who holds a role elsewhere too', async () => {
		expect(verdictOf(await judged(handOutTeamCode, asked, [[accounts, account], holding('leader', newId())]))).toBe('platform.code-too-high');
	});

	it('refuses for an account that is closed', async () => {
		const closed = { ...account, closedOn: '2026-02-01' as never };
		expect(verdictOf(await judged(handOutMemberCode, asked, [[accounts, closed]]))).toBe('platform.account-closed');
	});
});
