import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findChecklist } from '#capabilities/training/server/coaching.ts';
import { typedChecklist } from '../../checklist-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of the next version of a checklist. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const checklist = await findChecklist(reading, id);
		if (!checklist) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, checklist.scopeId), 'training.keep-checklists')) error(403, 'not-permitted');
		return { form: newId(), checklist };
	});
};

export const actions: Actions = {
	/** Makes the next version. */
	default: async (event) => {
		let id = '';
		const failure = await act(event, 'training.revise-checklist', (form) => {
			id = form.id('checklist');
			return { ...typedChecklist(form), id, checklistId: event.params.id, madeOn: today() };
		});
		if (failure) return failure;
		redirect(303, `/accompagnement/listes/${id}?fait=revised`);
	},
};
