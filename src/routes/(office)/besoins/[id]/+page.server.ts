import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { mayTouch } from '#capabilities/needs/rules/may-touch.ts';
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
		const [speaks, relays] = [gives(roles, 'needs.express'), gives(roles, 'needs.relay')];
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
			touches: mayTouch(need, { speaks, relays }),
			mayPutAgain: need.takenBackOn !== null && gives(roles, 'needs.put-again'),
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
	/** Takes the need back: it waits for nothing any more. */
	back: async (event) => {
		const { visitor } = await standing(event);
		const speaks = await event.locals.app.readers.as(visitor.personId, async (reading) => {
			const need = isId(event.params.id) ? await findNeed(reading, event.params.id) : undefined;
			return need && gives(await rolesAt(reading, visitor.personId, need.organisationId), 'needs.express');
		});
		const command = speaks ? 'needs.take-back-need' : 'needs.take-back-relayed-need';
		const failure = await act(event, command, () => ({ needId: event.params.id, takenBackOn: today() }));
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=taken-back`);
	},
	/** Puts a need again that was taken back. */
	again: async (event) => {
		const failure = await act(event, 'needs.put-need-again', () => ({ needId: event.params.id }));
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=put-again`);
	},
	/** Takes the need out of its group. */
	leave: async (event) => {
		const failure = await act(event, 'needs.leave-group', () => ({ needId: event.params.id }));
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=left`);
	},
};
