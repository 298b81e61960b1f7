import { error } from '@sveltejs/kit';
import { gives, rolesAt } from '#app/standing.ts';
import { isId, type Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { findSession, type SessionRow } from '#capabilities/training/server/reads.ts';

/** A session as a page of its team shows it, and whether the reader may write what came of it. */
type TeamSession = Readonly<{ session: SessionRow; mayKeep: boolean }>;

/**
 * Loads a session for a page that is for its team alone. For everyone else, and for a cancelled session, there is no such page.
 */
export async function loadTeamSession(reading: Reading, personId: Id, sessionId: string): Promise<TeamSession> {
	if (!isId(sessionId)) error(404, 'not-found');
	const session = await findSession(reading, sessionId);
	const roles = session ? await rolesAt(reading, personId, session.scopeId) : new Set<never>();
	if (!session || roles.size === 0 || session.state === 'cancelled') error(404, 'not-found');
	return { session, mayKeep: gives(roles, 'training.keep-attendance') };
}
