import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { PLATFORM_SCOPE, type Role } from '../roles.ts';
import { accounts, codes, roles } from '../schema.ts';

/**
 * Hands out a new one-time code to a person who lost the password.
 * Refuses for an account that is closed, and for one that holds more than the giver may give: whoever hands out a code
 * could use it, so a code must never open a higher door than one's own.
 */
function handOut(name: string, permission: string, covered: readonly Role[]) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission,
		input: v.object({ codeId: id, accountId: id, codeHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), handedOn: day }),
		scope: ({ accountId }) => scopeOf(accounts, accountId),

		async gather(records, { accountId }) {
			return { account: await records.find(accounts, accountId), held: await records.list(roles, { accountId, endedOn: null }) };
		},

		decide({ account, held }, { codeId, accountId, codeHash, handedOn }) {
			if (typeof account !== 'object') return refuse('platform.not-permitted');
			if (account.closedOn) return refuse('platform.account-closed', { name: account.fullName });
			const higher = held.some(({ role, scopeId }) => !covered.includes(role) || (scopeId !== account.scopeId && account.scopeId !== PLATFORM_SCOPE));
			if (higher) return refuse('platform.code-too-high', { name: account.fullName });
			return { writes: [add(codes, { id: codeId, scopeId: account.scopeId, accountId, hash: codeHash, handedOn })] };
		},
	});
}

export const handOutTeamCode = handOut('access.hand-out-team-code', 'access.open-team-accounts', [
	'administrator',
	'coordinator',
	'animator',
	'donor',
	'leader',
	'member',
]);
export const handOutMemberCode = handOut('access.hand-out-member-code', 'access.open-member-accounts', ['leader', 'member']);
