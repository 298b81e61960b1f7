import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findPerson } from '#capabilities/people/server/reads.ts';
import { organisationNames } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** A person met, as she was written down, to be corrected. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const person = await findPerson(reading, id);
		if (!person) error(404, 'not-found');
		const names = await organisationNames(reading, [person.organisationId]);
		return {
			form: newId(),
			person,
			today: today(),
			organisation: names.get(person.organisationId) ?? '',
			done: event.url.searchParams.get('fait') ?? '',
			mayCorrect: gives(await rolesAt(reading, visitor.personId, person.scopeId), 'people.meet'),
		};
	});
};

export const actions: Actions = {
	/** Sends each changed field with what it was and what it becomes. */
	default: async (event) => {
		const failure = await act(event, 'people.correct-person', (form) => {
			const changed = <T>(was: T, becomes: T) => (was === becomes ? undefined : { was, becomes });
			const birthWas = form.text('was.birthYear') === '' ? null : Number(form.text('was.birthYear'));
			return {
				personId: event.params.id,
				fullName: changed(form.text('was.fullName'), form.text('fullName').trim()),
				sex: changed(form.text('was.sex'), form.text('sex')),
				birthYear: changed(birthWas, form.count('birthYear')),
				phone: changed(form.text('was.phone'), form.text('phone').trim()),
			};
		});
		if (failure) return failure;
		redirect(303, `/personnes/${event.params.id}?fait=corrected`);
	},
};
