import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findOpenHeading } from '#capabilities/needs/server/headings.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';
import { saidIn } from '../../said-in.ts';

/** A heading that is open to all, and the form by which an organisation asks too. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	if (!may('needs.express') && !may('needs.relay')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const heading = await findOpenHeading(reading, id);
		if (!heading || heading.programmeId !== programme.id) error(404, 'not-found');
		return {
			form: newId(),
			today: today(),
			heading,
			organisations: await listOrganisations(reading, { programmeId: programme.id, limit: 5000 }),
			chosen: event.url.searchParams.get('organisation') ?? '',
			relays: may('needs.relay'),
		};
	});
};

export const actions: Actions = {
	/** Writes a need of the organisation into the group: its own when a leader speaks, relayed otherwise. */
	default: async (event) => {
		const { visitor } = await standing(event);
		const organisationId = String((await event.request.clone().formData()).get('organisationId') ?? '');
		const speaks = await event.locals.app.readers.as(visitor.personId, async (reading) =>
			gives(await rolesAt(reading, visitor.personId, isId(organisationId) ? organisationId : visitor.personId), 'needs.express'),
		);
		let id = '';
		const failure = await act(event, speaks ? 'needs.say-us-too' : 'needs.relay-us-too', (form) => {
			id = form.id('need');
			return {
				id,
				groupId: event.params.id,
				organisationId,
				words: form.text('words'),
				expressedOn: form.day('expressedOn', 'past'),
				...saidIn(form),
			};
		});
		if (failure) return failure;
		redirect(303, `/besoins/${id}?fait=${speaks ? 'us-too' : 'relayed'}`);
	},
};
