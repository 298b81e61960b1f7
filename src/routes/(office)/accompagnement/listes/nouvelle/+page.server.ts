import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { rolesAt, standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { broughtChecklist, type DraftChecklist } from '#capabilities/training/rules/coaching/brought-checklist.ts';
import { typedChecklist } from '../checklist-form.ts';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: DraftChecklist = { name: '', credit: '', sections: [] };

/** The form of a new checklist: begun from the one that the program brings, or empty; for the programme or for one partner. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('training.keep-checklists')) error(403, 'not-permitted');
	const isEmpty = event.url.searchParams.has('vide');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const owners = [{ id: programme.id, name: programme.name, isWhole: true }, ...(await listPartners(reading, programme.id))];
		const held = await Promise.all(owners.map(async ({ id }) => (await rolesAt(reading, visitor.personId, id)).has('coordinator')));
		return {
			form: newId(),
			draft: isEmpty ? EMPTY : broughtChecklist(() => newId()),
			owners: owners.filter((_, at) => held[at]).map(({ id, name }) => ({ id, name })),
		};
	});
};

export const actions: Actions = {
	/** Makes the checklist. */
	default: async (event) => {
		let id = '';
		const failure = await act(event, 'training.make-checklist', (form) => {
			id = form.id('checklist');
			return { ...typedChecklist(form), id, ownerId: form.text('ownerId'), madeOn: today() };
		});
		if (failure) return failure;
		redirect(303, `/accompagnement/listes/${id}?fait=made`);
	},
};
