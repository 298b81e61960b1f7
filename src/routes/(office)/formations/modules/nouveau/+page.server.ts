import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { SESSION_KINDS } from '#capabilities/training/schema.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of a new module. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const roles = await event.locals.app.readers.as(visitor.personId, (reading) => rolesAt(reading, visitor.personId, programme.id));
	if (!gives(roles, 'training.keep-catalogue')) error(403, 'not-permitted');
	return { form: newId(), today: today(), themes: THEMES, kinds: SESSION_KINDS };
};

export const actions: Actions = {
	/** Puts the module into the catalogue. */
	default: async (event) => {
		const { programme } = await standing(event);
		let id = '';
		const failure = await act(event, 'training.add-module', (form) => {
			id = form.id('module');
			return {
				id,
				versionId: form.id('version'),
				programmeId: programme.id,
				title: form.text('title'),
				theme: form.text('theme'),
				kind: form.text('kind'),
				aim: form.text('aim'),
				content: form.text('content'),
				halfDays: form.count('halfDays') ?? 0,
				writtenOn: form.day('writtenOn', 'past'),
			};
		});
		if (failure) return failure;
		redirect(303, `/formations/modules/${id}?fait=module`);
	},
};
