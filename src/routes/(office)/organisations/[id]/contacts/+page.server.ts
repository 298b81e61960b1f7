import { error, redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findOrganisation, listContacts } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The people by whom an organisation is reached, to be changed. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const organisation = await findOrganisation(reading, id);
		if (!organisation) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, id), 'registry.correct')) error(403, 'not-permitted');
		return {
			form: newId(),
			organisation: { id: organisation.id, name: organisation.name },
			contacts: await listContacts(reading, id),
			done: event.url.searchParams.get('fait') ?? '',
			gone: event.url.searchParams.get('qui') ?? '',
		};
	});
};

const FIELDS = ['fullName', 'duty', 'phone', 'email'] as const;

export const actions: Actions = {
	/** Adds somebody. */
	add: async (event) => {
		const failure = await act(event, 'registry.add-contact', (form) => ({
			...{ id: form.id('contact'), organisationId: event.params.id },
			...Object.fromEntries(FIELDS.map((field) => [field, form.text(field)])),
		}));
		if (failure) return failure;
		redirect(303, `/organisations/${event.params.id}/contacts?fait=contact-added`);
	},
	/** Sends each changed field with what it was and what it becomes. */
	correct: async (event) => {
		const failure = await act(event, 'registry.correct-contact', (form) => ({
			...{ organisationId: event.params.id, contactId: form.text('contactId') },
			...Object.fromEntries(
				FIELDS.filter((field) => form.text(`was.${field}`) !== form.text(field).trim()).map((field) => [
					field,
					{ was: form.text(`was.${field}`), becomes: form.text(field) },
				]),
			),
		}));
		if (failure) return failure;
		redirect(303, `/organisations/${event.params.id}/contacts?fait=contact-corrected`);
	},
	/** Says that somebody is no longer to be reached, or is again. */
	retire: async (event) => {
		const sent = { contactId: '', gone: false };
		const failure = await act(event, 'registry.retire-contact', (form) => {
			Object.assign(sent, { contactId: form.text('contactId'), gone: form.text('gone') === 'yes' });
			return { organisationId: event.params.id, ...sent };
		});
		if (failure) return failure;
		const done = sent.gone ? `contact-gone&qui=${sent.contactId}` : 'contact-back';
		redirect(303, `/organisations/${event.params.id}/contacts?fait=${done}`);
	},
};
