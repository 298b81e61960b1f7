import { error } from '@sveltejs/kit';
import { today } from '#app/form.ts';
import { scopesSeen, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { groupScore } from '#capabilities/needs/rules/group-score.ts';
import { knotsOf, needState } from '#capabilities/needs/rules/need-state.ts';
import { weightingNow } from '#capabilities/needs/server/headings.ts';
import { findGroup, listNeeds } from '#capabilities/needs/server/reads.ts';
import { organisationNames } from '#capabilities/registry/server/reads.ts';
import { groupsPractised } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';
import { decidingActs } from './deciding-acts.ts';
import { orderingActs } from './ordering-acts.ts';

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
		// Who sees a part of the needs would count another score: it is shown to who reads them all.
		const readsAll = (await scopesSeen(reading, visitor.personId)).has(group.programmeId) && may('needs.decide');
		const { weights } = await weightingNow(reading, group.programmeId);
		const withNeeds = (event.url.searchParams.get('avec') ?? '').split('.').filter((needId) => needs.some((need) => need.id === needId));
		return {
			form: newId(),
			score: readsAll ? groupScore(group, needs, { weights, today: today() }) : undefined,
			justGrouped: withNeeds,
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			group,
			knots: knotsOf(group, practised.has(id), today()),
			practice: practised.get(id),
			needs: needs.map((need) => ({ ...need, organisation: names.get(need.organisationId) ?? '', state: needState(need, group) })),
			may: {
				decide: may('needs.decide') && !programme.closed,
				answer: may('needs.answer') && !programme.closed,
				plan: may('training.plan') && !programme.closed,
				group: may('needs.group') && !programme.closed,
			},
		};
	});
};

export const actions: Actions = { ...decidingActs, ...orderingActs };
