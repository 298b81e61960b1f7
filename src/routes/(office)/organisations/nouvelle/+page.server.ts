import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { listCommunes } from '#capabilities/programme/server/places.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { mayExistAlready } from './alike.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the form of a new organisation offers. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('registry.register')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => ({
		form: newId(),
		scheme: programme.scheme,
		kinds: KINDS,
		partners: await listPartners(reading, programme.id),
		communes: await listCommunes(reading, programme.scheme),
	}));
};

export const actions: Actions = {
	/** Registers the organisation, then opens its page; shows first those that are like it. */
	default: async (event) => {
		const alike = await mayExistAlready(event);
		if (alike) return alike;
		let id = '';
		const failure = await act(event, 'registry.register-organisation', (form) => {
			id = form.id('organisation');
			const contact = {
				id: form.id('contact'),
				fullName: form.text('contactName'),
				duty: form.text('contactDuty'),
				phone: form.text('contactPhone'),
				email: form.text('contactEmail'),
			};
			return {
				id,
				partnerId: form.text('partnerId'),
				name: form.text('name'),
				acronym: form.text('acronym'),
				kind: form.text('kind'),
				...form.place('place'),
				colline: form.text('colline'),
				membersWomen: form.count('membersWomen'),
				membersMen: form.count('membersMen'),
				registeredOn: today(),
				contact: contact.fullName.trim() ? contact : null,
			};
		});
		if (failure) return failure;
		redirect(303, `/organisations/${id}?fait=registered`);
	},
};
