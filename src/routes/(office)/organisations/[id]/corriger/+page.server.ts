import { error, redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { readWrittenPlace } from '#kernel/typed-place.ts';
import { listCommunes } from '#capabilities/programme/server/places.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { findOrganisation } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The face of an organisation, to correct. What it was when the page was opened goes with the form. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const organisation = await findOrganisation(reading, id);
		if (!organisation) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, id), 'registry.correct')) error(403, 'not-permitted');
		return { form: newId(), kinds: KINDS, organisation, communes: await listCommunes(reading, organisation.placeScheme) };
	});
};

export const actions: Actions = {
	/** Sends each changed field with what it was and what it becomes. */
	default: async (event) => {
		const failure = await act(event, 'registry.correct-organisation', (form) => {
			const changed = <T>(was: T, becomes: T) => (JSON.stringify(was) === JSON.stringify(becomes) ? undefined : { was, becomes });
			const countWas = (name: string) => (form.text(name) === '' ? null : Number(form.text(name)));
			const before = readWrittenPlace(form.text('was.place'));
			return {
				organisationId: event.params.id,
				name: changed(form.text('was.name'), form.text('name').trim()),
				acronym: changed(form.text('was.acronym'), form.text('acronym').trim()),
				kind: changed(form.text('was.kind'), form.text('kind')),
				colline: changed(form.text('was.colline'), form.text('colline').trim()),
				place: changed(before && { placeScheme: before.scheme as string, placeCode: before.code }, form.place('place')),
				members: changed(
					{ membersWomen: countWas('was.membersWomen'), membersMen: countWas('was.membersMen') },
					{ membersWomen: form.count('membersWomen'), membersMen: form.count('membersMen') },
				),
			};
		});
		if (failure) return failure;
		redirect(303, `/organisations/${event.params.id}?fait=corrected`);
	},
};
