import type { Id } from '#kernel/ids.ts';
import type { Door } from './door.ts';

/** A session of a person, as she reads it in her list. */
export type OpenSession = Readonly<{ id: string; openedOn: string; device: string; current: boolean }>;

/** The open sessions of a person, the newest first. */
export async function listSessions(door: Door, personId: Id, currentId: string): Promise<readonly OpenSession[]> {
	const { rows } = await door.pool.query<OpenSession>(
		`select id, ("createdAt" at time zone 'Africa/Bujumbura')::date as "openedOn", coalesce("userAgent", '') as device, id = $2 as current
		from auth.session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc`,
		[personId, currentId],
	);
	return rows;
}

/** Ends one session of a person, or all of them when no session is named. A session of somebody else is left alone. */
export async function endSession(door: Door, personId: Id, sessionId?: string): Promise<void> {
	await door.pool.query('delete from auth.session where "userId" = $1 and ($2::text is null or id = $2)', [personId, sessionId ?? null]);
}
