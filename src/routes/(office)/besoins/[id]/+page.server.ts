import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { needState } from '#capabilities/needs/rules/need-state.ts';
import { findGroup, findNeed } from '#capabilities/needs/server/reads.ts';
import { findOrganisation } from '#capabilities/registry/server/reads.ts';
import { sessionsOfOrganisation } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** One need and its whole thread: said, grouped, answered on a day, planned, held, practised. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const need = await findNeed(reading, id);
		if (!need) error(404, 'not-found');
		const group = need.groupId ? await findGroup(reading, need.groupId) : undefined;
		const roles = await rolesAt(reading, visitor.personId, need.organisationId);
		const sessions = (await sessionsOfOrganisation(reading, need.organisationId)).filter(({ groupId }) => groupId === need.groupId);
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			need,
			group,
			state: needState(need, group),
			organisation: await findOrganisation(reading, need.organisationId),
			sessions,
			came: sessions.reduce((sum, { came }) => sum + came, 0),
			may: { confirm: gives(roles, 'needs.confirm'), judge: gives(roles, 'needs.judge-answer'), group: gives(roles, 'needs.group') },
		};
	});
};

export const actions: Actions = {
	/** The organisation confirms the words that were relayed for it. */
	confirm: async (event) => {
		const failure = await act(event, 'needs.confirm-need', (form) => ({ needId: event.params.id, confirmedOn: form.day('confirmedOn', 'past') }));
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=confirmed`);
	},
	/** The author says whether the answer met the need. */
	judge: async (event) => {
		const failure = await act(event, 'needs.judge-answer', (form) => ({
			needId: event.params.id,
			verdict: form.text('verdict'),
			words: form.text('words'),
			on: today(),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=judged`);
	},
	/** Takes the need out of its group. */
	leave: async (event) => {
		const failure = await act(event, 'needs.leave-group', () => ({ needId: event.params.id }));
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=left`);
	},
};
