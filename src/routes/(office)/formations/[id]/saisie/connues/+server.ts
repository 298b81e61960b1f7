import { error, json } from '@sveltejs/kit';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { listKnown } from '#capabilities/people/server/reads.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { findSession } from '#capabilities/training/server/reads.ts';
import type { RequestHandler } from './$types';

/** Whom the reader knows in the programme of a session, and which organisations: fetched when somebody new is typed, not before. */
export const GET: RequestHandler = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	const found = await event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, session.scopeId), 'training.keep-attendance')) error(403, 'not-permitted');
		const organisations = await listOrganisations(reading, { programmeId: session.programmeId, limit: 5000 });
		return {
			known: await listKnown(reading, session.programmeId),
			senders: organisations.map((organisation) => ({ id: organisation.id, name: organisation.name })),
		};
	});
	return json(found, { headers: { 'cache-control': 'private, no-store' } });
};
