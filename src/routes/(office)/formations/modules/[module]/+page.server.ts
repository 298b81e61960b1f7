import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findModule } from '#capabilities/training/server/activities.ts';
import type { Actions, PageServerLoad } from './$types';

/** A module with its versions, and the form of the next one. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const { module: id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const module = await findModule(reading, id);
		if (!module) error(404, 'not-found');
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			module,
			may: {
				keep: gives(await rolesAt(reading, visitor.personId, programme.id), 'training.keep-catalogue') && !programme.closed,
				plan: may('training.plan') && !programme.closed,
			},
		};
	});
};

export const actions: Actions = {
	/** Writes the next version. */
	version: async (event) => {
		const failure = await act(event, 'training.write-module-version', (form) => ({
			id: form.id('version'),
			moduleId: event.params.module,
			changes: form.text('changes'),
			aim: form.text('aim'),
			content: form.text('content'),
			halfDays: form.count('halfDays') ?? 0,
			writtenOn: form.day('writtenOn', 'past'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/modules/${event.params.module}?fait=version`);
	},
	/** Takes the module out of what may be planned, or puts it back. */
	retire: async (event) => {
		let retired = false;
		const failure = await act(event, 'training.retire-module', (form) => {
			retired = form.text('retired') === 'yes';
			return { moduleId: event.params.module, retired };
		});
		if (failure) return failure;
		redirect(303, `/formations/modules/${event.params.module}?fait=${retired ? 'module-retired' : 'module-back'}`);
	},
};
