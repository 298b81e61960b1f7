import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { typedHalfDays, typedTrainers } from '#app/session-form.ts';
import { standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { listGroups } from '#capabilities/needs/server/reads.ts';
import { listCommunes } from '#capabilities/programme/server/places.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { SESSION_KINDS } from '#capabilities/training/schema.ts';
import { listModules } from '#capabilities/training/server/activities.ts';
import { highestCode } from '#capabilities/training/server/session-list.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of a new session: the accepted groups it may answer, the partners that may run it, the next code. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('training.plan')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const groups = (await listGroups(reading, programme.id)).filter(({ decision }) => decision === 'accepted');
		return {
			form: newId(),
			today: today(),
			groups,
			scheme: programme.scheme,
			chosen: event.url.searchParams.get('groupe') ?? '',
			nextCode: `FM-${String((await highestCode(reading, programme.id)) + 1).padStart(4, '0')}`,
			kinds: SESSION_KINDS,
			modules: (await listModules(reading, programme.id)).filter(({ retired }) => !retired),
			module: event.url.searchParams.get('module') ?? '',
			partners: await listPartners(reading, programme.id),
			communes: await listCommunes(reading, programme.scheme),
		};
	});
};

export const actions: Actions = {
	/** Plans the session on each day from the first to the last, mornings, afternoons or both. */
	default: async (event) => {
		let id = '';
		const failure = await act(event, 'training.plan-session', (form) => {
			id = form.id('session');
			return {
				id,
				partnerId: form.text('partnerId'),
				groupId: form.text('groupId'),
				code: form.text('code'),
				title: form.text('title'),
				...form.place('place'),
				venue: form.text('venue'),
				halfDays: typedHalfDays(form),
				kind: form.text('kind') || 'training',
				discreet: form.text('discreet') === 'yes',
				quietFaceId: form.id('quiet face'),
				moduleVersionId: form.text('moduleVersionId') || null,
				trainers: typedTrainers(form.text('trainers')),
			};
		});
		if (failure) return failure;
		redirect(303, `/formations/${id}?fait=planned`);
	},
};
