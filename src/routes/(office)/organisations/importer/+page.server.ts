import { error, redirect } from '@sveltejs/kit';
import { receiveList } from '#app/importing.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { PLACE_SCHEMES } from '#kernel/place.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { listImports } from '#capabilities/registry/server/import-reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The lists that were read before, and what takes another. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('registry.import')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const partners = [];
		for (const partner of await listPartners(reading, programme.id))
			if (gives(await rolesAt(reading, visitor.personId, partner.id), 'registry.import')) partners.push(partner);
		return {
			form: newId(),
			partners: programme.closed ? [] : partners,
			closed: programme.closed,
			scheme: programme.scheme,
			schemes: PLACE_SCHEMES,
			kinds: KINDS,
			imports: await listImports(reading, programme.id),
		};
	});
};

export const actions: Actions = {
	/** Reads a list; what it holds is shown before anything is registered. */
	default: async (event) => {
		const received = await receiveList(event);
		if (typeof received !== 'string') return received;
		redirect(303, received);
	},
};
