import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';
import { openHeadings } from '../open-headings.ts';
import { saidIn } from '../said-in.ts';

/** The form of a need: for one's own organisation, or in the words of another that will confirm. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('needs.express') && !may('needs.relay')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => ({
		form: newId(),
		today: today(),
		themes: THEMES,
		organisations: await listOrganisations(reading, { programmeId: programme.id, limit: 5000 }),
		chosen: event.url.searchParams.get('organisation') ?? '',
		relays: may('needs.relay'),
		headings: await openHeadings(reading, programme),
	}));
};

export const actions: Actions = {
	/** Writes the need down: as its own words when a leader speaks, relayed otherwise. */
	default: async (event) => {
		const { visitor } = await standing(event);
		const organisationId = String((await event.request.clone().formData()).get('organisationId') ?? '');
		const speaks = await event.locals.app.readers.as(visitor.personId, async (reading) =>
			gives(await rolesAt(reading, visitor.personId, isId(organisationId) ? organisationId : visitor.personId), 'needs.express'),
		);
		let id = '';
		const failure = await act(event, speaks ? 'needs.express-need' : 'needs.relay-need', (form) => {
			id = form.id('need');
			return {
				id,
				organisationId,
				words: form.text('words'),
				theme: form.text('theme'),
				expressedOn: form.day('expressedOn', 'past'),
				...saidIn(form),
			};
		});
		if (failure) return failure;
		redirect(303, `/besoins/${id}?fait=${speaks ? 'expressed' : 'relayed'}`);
	},
};
