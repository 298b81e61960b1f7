import * as v from 'valibot';
import { LANGUAGES } from '#kernel/language.ts';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope, undecided } from '#platform/commands/command.ts';
import { unknown } from '#platform/commands/records.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import type { Role } from '../roles.ts';
import { accounts, codes, roles, scopes, type Scope } from '../schema.ts';

const codeHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const userName = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9.+-]{2,59}$/));

type Opening<R> = Readonly<{ permission: string; allowed: R; within: readonly Scope['kind'][] }>;

/**
 * Opens an account in the team or in an organisation, with its role and a one-time code to hand out on paper.
 * Refuses a user name that is taken, and a role in a scope of another kind: a leader of a partner would speak for each of its
 * organisations.
 */
function openAccount<const R extends readonly [Role, ...Role[]]>(name: string, { permission, allowed, within }: Opening<R>) {
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

		async gather(records, { id, userName, scopeId }) {
			return {
				sameName: await records.list(accounts, { userName }),
				before: await records.find(accounts, id),
				place: await records.find(scopes, scopeId),
			};
		},

		decide({ sameName, before, place }, { id, roleId, codeId, codeHash, scopeId, role, openedOn, ...who }) {
			if (place === unknown) return undecided;
			if (!place || !within.includes(place.kind)) return refuse('platform.role-not-there');
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

export const openTeamAccount = openAccount('access.open-team-account', {
	permission: 'access.open-team-accounts',
	allowed: ['coordinator', 'animator', 'donor'],
	within: ['programme', 'partner'],
});
export const openMemberAccount = openAccount('access.open-member-account', {
	permission: 'access.open-member-accounts',
	allowed: ['leader', 'member'],
	within: ['organisation'],
});
