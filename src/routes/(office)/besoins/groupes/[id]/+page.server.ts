import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { knotsOf, needState } from '#capabilities/needs/rules/need-state.ts';
import { findGroup, listNeeds } from '#capabilities/needs/server/reads.ts';
import { organisationNames } from '#capabilities/registry/server/reads.ts';
import { groupsPractised, listSessions } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** One group: its needs as far as the person sees them, its decision, its answers, what is to be told to whom. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const group = await findGroup(reading, id);
		if (!group) error(404, 'not-found');
		const needs = await listNeeds(reading, { programmeId: group.programmeId, groupId: id, limit: 1000 });
		const names = await organisationNames(
			reading,
			needs.map(({ organisationId }) => organisationId),
		);
		const practised = await groupsPractised(reading, group.programmeId);
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			group,
			knots: knotsOf(group, practised.has(id), today()),
			practice: practised.get(id),
			needs: needs.map((need) => ({ ...need, organisation: names.get(need.organisationId) ?? '', state: needState(need, group) })),
			sessions: await listSessions(reading, { programmeId: group.programmeId, groupId: id }),
			may: {
				decide: may('needs.decide') && !programme.closed,
				answer: may('needs.answer') && !programme.closed,
				plan: may('training.plan') && !programme.closed,
				group: may('needs.group') && !programme.closed,
			},
		};
	});
};

export const actions: Actions = {
	/** Decides, with the reason the organisations will read. */
	decide: async (event) => {
		const failure = await act(event, 'needs.decide-group', (form) => ({
			groupId: event.params.id,
			decision: form.text('decision'),
			reason: form.text('reason'),
			decidedOn: form.day('decidedOn', 'past'),
			promisedFor: form.dayOrNone('promisedFor'),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=decided`);
	},
	/** Tells every organisation that waits, on a day. */
	answer: async (event) => {
		const failure = await act(event, 'needs.answer-group', (form) => ({
			groupId: event.params.id,
			words: form.text('words'),
			answeredOn: form.day('answeredOn', 'past'),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=answered`);
	},
};
