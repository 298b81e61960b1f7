import { error } from '@sveltejs/kit';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findChecklist, listChecklists } from '#capabilities/training/server/coaching.ts';
import type { PageServerLoad } from './$types';

/** One version of a checklist, whole, and the other versions of it. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const checklist = await findChecklist(reading, id);
		if (!checklist) error(404, 'not-found');
		const roles = await rolesAt(reading, visitor.personId, checklist.scopeId);
		const all = await listChecklists(reading, checklist.programmeId);
		return {
			done: event.url.searchParams.get('fait') ?? '',
			checklist,
			versions: all
				.filter(({ familyId }) => familyId === checklist.familyId)
				.map(({ id: other, version, madeOn }) => ({ id: other, version, madeOn })),
			mayKeep: gives(roles, 'training.keep-checklists') && !programme.closed && checklist.version === checklist.latest,
		};
	});
};
