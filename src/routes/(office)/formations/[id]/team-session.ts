import { error, type RequestEvent } from '@sveltejs/kit';
import { gives, rolesAt, standing, type CurrentProgramme } from '#app/standing.ts';
import { isId, type Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { findSession, type SessionRow } from '#capabilities/training/server/reads.ts';

/** The session that a page of the team shows, its programme, and whether the reader may write what came of it. */
export type TeamSession = Readonly<{ id: Id; session: SessionRow; programme: CurrentProgramme; mayKeep: boolean }>;

/**
 * Loads a page that is for the team of a session alone. Takes what the page reads of it. For everyone else, and for a cancelled
 * session, there is no such page.
 */
export async function loadForTeam<T extends object>(
	event: RequestEvent<{ id: string }>,
	read: (reading: Reading, team: TeamSession) => Promise<T>,
): Promise<T & Readonly<{ session: SessionRow; mayKeep: boolean }>> {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		const roles = session ? await rolesAt(reading, visitor.personId, session.scopeId) : new Set<never>();
		if (!session || roles.size === 0 || session.state === 'cancelled') error(404, 'not-found');
		const mayKeep = gives(roles, 'training.keep-attendance');
		return { session, mayKeep, ...(await read(reading, { id, session, programme, mayKeep })) };
	});
}
