import { error, redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import { gives, rolesAt, visitorOr } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { schemeOn } from '#kernel/place.ts';
import { listCommunes, listProvinces } from '#capabilities/programme/server/places.ts';
import { findProgramme, listPartners, loadFrame } from '#capabilities/programme/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The frame of one programme: what is known, and what is still to be confirmed. */
export const load: PageServerLoad = async (event) => {
	const visitor = visitorOr(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const programme = await findProgramme(reading, id);
		if (!programme) error(404, 'not-found');
		const scheme = schemeOn(programme.endsOn);
		const roles = await rolesAt(reading, visitor.personId, id);
		return {
			form: newId(),
			done: event.url.searchParams.get('fait') ?? '',
			shown: programme,
			scheme,
			partners: await listPartners(reading, id),
			frame: await loadFrame(reading, id),
			communes: await listCommunes(reading, scheme),
			provinces: await listProvinces(reading, scheme),
			mayShape: gives(roles, 'programme.shape'),
			mayWork: [...roles].some((role) => role !== 'administrator'),
		};
	});
};

export const actions: Actions = {
	/** Adds a partner. */
	partner: async (event) => {
		const failure = await act(event, 'programme.add-partner', (form) => ({
			id: form.id('partner'),
			programmeId: event.params.id,
			name: form.text('name'),
			does: form.text('does'),
		}));
		if (failure) return failure;
		redirect(303, `/conduite/${event.params.id}?fait=partner`);
	},
	/** Writes the results and the activities, one a line. */
	frame: async (event) => {
		const failure = await act(event, 'programme.state-frame', (form) => {
			const lines = (name: string) =>
				form
					.text(name)
					.split('\n')
					.filter((words) => words.trim())
					.map((words, at) => ({ id: form.id(`${name} ${at}`), words }));
			return { programmeId: event.params.id, results: lines('results'), activities: lines('activities') };
		});
		if (failure) return failure;
		redirect(303, `/conduite/${event.params.id}?fait=frame`);
	},
	/** Adds a place where the programme works. */
	zone: async (event) => {
		const failure = await act(event, 'programme.add-zone', (form) => ({ id: form.id('zone'), programmeId: event.params.id, ...form.place('place') }));
		if (failure) return failure;
		redirect(303, `/conduite/${event.params.id}?fait=zone`);
	},
	/** Adds a line of the budget, in euros. */
	budget: async (event) => {
		const failure = await act(event, 'programme.add-budget-line', (form) => ({
			id: form.id('line'),
			programmeId: event.params.id,
			label: form.text('label'),
			amountCents: form.euroCents('amount') ?? 0,
		}));
		if (failure) return failure;
		redirect(303, `/conduite/${event.params.id}?fait=budget`);
	},
};
