import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { listGroups, listNeeds } from '#capabilities/needs/server/reads.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { listChecklists } from '#capabilities/training/server/coaching.ts';
import { sessionsOfOrganisation } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of a visit: to whom, on what day, by whom, with what checklist, and what it answers or follows. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!may('training.coach')) error(403, 'not-permitted');
	const chosen = event.url.searchParams.get('organisation') ?? '';
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const needs = isId(chosen) ? await listNeeds(reading, { programmeId: programme.id, organisationId: chosen }) : undefined;
		const theirs = new Set(needs?.map(({ groupId }) => groupId));
		const checklists = await listChecklists(reading, programme.id);
		return {
			form: newId(),
			today: today(),
			chosen,
			coach: visitor.fullName,
			organisations: await listOrganisations(reading, { programmeId: programme.id, limit: 5000 }),
			// The latest version of each family comes first.
			checklists: checklists.filter(({ familyId }, at) => checklists.findIndex((other) => other.familyId === familyId) === at),
			groups: (await listGroups(reading, programme.id)).filter(({ id, decision }) => decision === 'accepted' && (!needs || theirs.has(id))),
			sessions: isId(chosen) ? (await sessionsOfOrganisation(reading, chosen)).filter(({ state, taken }) => state !== 'cancelled' && taken > 0) : [],
		};
	});
};

export const actions: Actions = {
	/** Plans the visit. */
	default: async (event) => {
		let id = '';
		const failure = await act(event, 'training.plan-visit', (form) => {
			id = form.id('visit');
			return {
				...{ id, organisationId: form.text('organisationId'), checklistId: form.text('checklistId') },
				...{ plannedFor: form.day('plannedFor', 'future'), coachName: form.text('coachName') },
				...{ groupId: form.text('groupId') || null, sessionId: form.text('sessionId') || null },
			};
		});
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${id}?fait=planned`);
	},
};
