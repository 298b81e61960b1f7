import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { takingTurns } from '#platform/server/turns.ts';
import type { Role } from '../roles.ts';
import { tokenFrom, type Door } from './door.ts';

/** A role held by the person who asks, with the kind of its scope. */
export type HeldRole = Readonly<{ role: Role; scopeId: Id; scopeKind: string }>;

/** The person who asks: signed in, with an open account. */
export type Visitor = Readonly<{ personId: Id; fullName: string; language: Language; sessionId: string; roles: readonly HeldRole[] }>;

/** Finds who asks, by the cookie of a request. */
export type FindsVisitor = (cookie: string | undefined) => Promise<Visitor | undefined>;

/**
 * Finds who asks, at a door. Returns `undefined` for a stranger, an ended session, and an account that was closed, even a
 * moment ago: nothing is cached. Requests that come at one moment are looked up together.
 */
export function visitorsAt(door: Door): FindsVisitor {
	const lookUp = takingTurns((tokens: readonly string[]) => visitorsWith(door, tokens), { atOnce: 1, together: 100 });
	return async (cookie) => {
		const token = tokenFrom(door, cookie);
		return token ? (await lookUp([token]))[0] : undefined;
	};
}

async function visitorsWith(door: Door, tokens: readonly string[]): Promise<readonly (Visitor | undefined)[]> {
	const { rows } = await door.pool.query<{ token: string; visitor: Visitor }>({
		name: 'visitors',
		text: `select s.token, json_build_object('personId', a.id, 'fullName', a.full_name, 'language', a.language, 'sessionId', s.id, 'roles',
				coalesce((select json_agg(json_build_object('role', r.role, 'scopeId', r.scope_id, 'scopeKind', c.kind) order by r.id)
					from access.roles r join access.scopes c on c.id = r.scope_id where r.account_id = a.id and r.ended_on is null), '[]')) as visitor
			from auth.session s join access.accounts a on a.id::text = s."userId"
			where s.token = any ($1::text[]) and s."expiresAt" > now() and a.closed_on is null`,
		values: [[...new Set(tokens)]],
	});
	const found = new Map(rows.map(({ token, visitor }) => [token, visitor]));
	return tokens.map((token) => found.get(token));
}
