import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { printedChecklist } from '#capabilities/training/rules/coaching/printed-checklist.ts';
import { findChecklist, findVisit, listCommitments } from '#capabilities/training/server/coaching.ts';
import type { PageServerLoad } from './$types';

/** The checklist of a visit to print: scored by hand where there is no network, typed in afterwards. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const visit = await findVisit(reading, id);
		const checklist = visit && (await findChecklist(reading, visit.checklistId));
		if (!visit || !checklist) error(404, 'not-found');
		const open = (await listCommitments(reading, visit.organisationId)).filter(({ state, visitId }) => state === 'open' && visitId !== id);
		return { visit, open, demonstration: programme.demonstration, pages: printedChecklist(checklist.sections), credit: checklist.credit };
	});
};
