import * as v from 'valibot';
import { LANGUAGES } from '#kernel/language.ts';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import type { Role } from '../roles.ts';
import { accounts, codes, roles } from '../schema.ts';

const codeHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const userName = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9.+-]{2,59}$/));

/**
 * Opens an account in the team or in an organisation, with its role and a one-time code to hand out on paper.
 * Refuses a user name that is taken.
 */
function openAccount<const R extends readonly [Role, ...Role[]]>(name: string, permission: string, allowed: R) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission,
		input: v.object({
			id,
			roleId: id,
			codeId: id,
			codeHash,
			scopeId: id,
			fullName: line(2, 120),
			userName,
			language: v.picklist(LANGUAGES),
			role: v.picklist(allowed),
			openedOn: day,
		}),
		scope: ({ scopeId }) => scope(scopeId),

		async gather(records, { id, userName }) {
			return { sameName: await records.list(accounts, { userName }), before: await records.find(accounts, id) };
		},

		decide({ sameName, before }, { id, roleId, codeId, codeHash, scopeId, role, openedOn, ...who }) {
			if (before || sameName.length > 0) return refuse('platform.user-name-taken', { userName: who.userName });
			return {
				writes: [
					add(accounts, { id, scopeId, ...who, openedOn, closedOn: null }),
					add(roles, { id: roleId, scopeId, accountId: id, role, givenOn: openedOn, endedOn: null }),
					add(codes, { id: codeId, scopeId, accountId: id, hash: codeHash, handedOn: openedOn }),
				],
			};
		},
	});
}

export const openTeamAccount = openAccount('access.open-team-account', 'access.open-team-accounts', ['coordinator', 'animator', 'donor']);
export const openMemberAccount = openAccount('access.open-member-account', 'access.open-member-accounts', ['leader', 'member']);
