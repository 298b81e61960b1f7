import { error } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findOrganisation } from '#capabilities/registry/server/reads.ts';
import { visitSeries } from '#capabilities/training/rules/coaching/visit-series.ts';
import { listCommitments, listScoredVisits, listVisits } from '#capabilities/training/server/coaching.ts';
import { followCommitment } from '../../follow-commitment.ts';
import type { Actions, PageServerLoad } from './$types';

/** An organisation's coaching: its scores over the visits, what it promised, and the visits themselves. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const organisation = await findOrganisation(reading, id);
		if (!organisation) error(404, 'not-found');
		const roles = await rolesAt(reading, visitor.personId, id);
		// Partners of the programme read its face; its coaching is for itself and for those who accompany it.
		if (roles.size === 0) error(404, 'not-found');
		const scored = await listScoredVisits(reading, id);
		return {
			...{ form: newId(), today: today(), done: event.url.searchParams.get('fait') ?? '', organisation },
			series: visitSeries(scored),
			visits: await listVisits(reading, { organisationId: id }),
			commitments: await listCommitments(reading, id),
			may: { coach: gives(roles, 'training.coach') && !programme.closed, follow: gives(roles, 'training.follow-commitment') },
		};
	});
};

export const actions: Actions = {
	/** Follows what was promised. */
	follow: (event) => followCommitment(event, `/accompagnement/organisations/${event.params.id}`),
};
