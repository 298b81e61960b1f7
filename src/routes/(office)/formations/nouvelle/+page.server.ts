import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { addDays, daysBetween } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { listGroups } from '#capabilities/needs/server/reads.ts';
import { listCommunes } from '#capabilities/programme/server/places.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { listSessions } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_DAYS = 14;

/** The form of a new session: the accepted groups it may answer, the partners that may run it, the next code. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('training.plan')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const groups = (await listGroups(reading, programme.id)).filter(({ decision }) => decision === 'accepted');
		const used = (await listSessions(reading, { programmeId: programme.id, limit: 5000 })).map(({ code }) =>
			Number(/^FM-(\d+)$/.exec(code)?.[1] ?? 0),
		);
		return {
			form: newId(),
			today: today(),
			groups,
			scheme: programme.scheme,
			chosen: event.url.searchParams.get('groupe') ?? '',
			nextCode: `FM-${String(Math.max(0, ...used) + 1).padStart(4, '0')}`,
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
			const first = form.day('firstOn', 'future');
			const last = form.text('lastOn').trim() ? form.day('lastOn', 'future') : first;
			const days = Array.from({ length: Math.min(MOST_DAYS, Math.max(0, daysBetween(first, last) + 1)) }, (_, at) => addDays(first, at));
			const parts = { both: ['am', 'pm'], am: ['am'], pm: ['pm'] }[form.text('parts')] ?? ['am', 'pm'];
			return {
				id,
				partnerId: form.text('partnerId'),
				groupId: form.text('groupId'),
				code: form.text('code'),
				title: form.text('title'),
				...form.place('place'),
				venue: form.text('venue'),
				halfDays: days.flatMap((day) => parts.map((part) => `${day} ${part}`)),
			};
		});
		if (failure) return failure;
		redirect(303, `/formations/${id}?fait=planned`);
	},
};
