import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Role } from '../roles.ts';
import { tokenFrom, type Door } from './door.ts';

/** A role held by the person who asks, with the kind of its scope. */
export type HeldRole = Readonly<{ role: Role; scopeId: Id; scopeKind: string }>;

/** The person who asks: signed in, with an open account. */
export type Visitor = Readonly<{ personId: Id; fullName: string; language: Language; sessionId: string; roles: readonly HeldRole[] }>;

/**
 * Finds who asks, by the cookie of the request.
 * Returns `undefined` for a stranger, an ended session, and an account that was closed, even a moment ago: nothing is cached.
 */
export async function visitorOf(door: Door, cookie: string | undefined): Promise<Visitor | undefined> {
	const token = tokenFrom(door, cookie);
	if (!token) return undefined;
	const { rows } = await door.pool.query<Visitor>({
		name: 'visitor',
		text: `select a.id as "personId", a.full_name as "fullName", a.language, s.id as "sessionId",
				coalesce((select json_agg(json_build_object('role', r.role, 'scopeId', r.scope_id, 'scopeKind', c.kind) order by r.id)
					from access.roles r join access.scopes c on c.id = r.scope_id where r.account_id = a.id and r.ended_on is null), '[]') as roles
			from auth.session s join access.accounts a on a.id::text = s."userId"
			where s.token = $1 and s."expiresAt" > now() and a.closed_on is null`,
		values: [token],
	});
	return rows[0];
}
