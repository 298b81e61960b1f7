import { error, redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { findChecklist, findVisit, listScoredVisits } from '#capabilities/training/server/coaching.ts';
import type { Actions, PageServerLoad } from './$types';

/** One section of a visit to score, point by point, with what each had at the visit before. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const visit = await findVisit(reading, id);
		const checklist = visit && (await findChecklist(reading, visit.checklistId));
		if (!visit || !checklist) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, visit.organisationId), 'training.coach') || programme.closed) error(403, 'not-permitted');
		if (visit.agreedOn || visit.state === 'cancelled') redirect(303, `/accompagnement/visites/${id}`);
		const { sections } = checklist;
		// Without a part in the address one goes on where something is left.
		const asked = Number(event.url.searchParams.get('partie'));
		const first = sections.findIndex(({ points }) => points.some((point) => visit.scores[point.id] === undefined));
		const at = Number.isInteger(asked) && sections[asked - 1] ? asked - 1 : Math.max(0, first);
		const section = sections[at];
		if (!section) error(404, 'not-found');
		const before = (await listScoredVisits(reading, visit.organisationId)).findLast(
			(other) => other.id !== id && other.heldOn <= (visit.heldOn ?? visit.plannedFor),
		);
		return {
			form: newId(),
			visit,
			section,
			part: at + 1,
			parts: sections.length,
			titles: sections.map(({ title }) => title),
			before: before?.scores,
		};
	});
};

export const actions: Actions = {
	/** Keeps the scores of the section, and goes on to the next, or to what the visit came to. */
	default: async (event) => {
		const part = Number(event.url.searchParams.get('partie'));
		let isLast = false;
		const failure = await act(event, 'training.score-visit', (form) => {
			const points = form
				.all('pointId')
				.map((pointId) => ({ pointId, given: form.text(`score.${pointId}`) }))
				.filter(({ given }) => given !== '');
			isLast = form.text('last') === 'yes';
			return {
				visitId: event.params.id,
				points: form.must(
					points.map(({ pointId, given }) => ({ pointId, score: given === 'na' ? null : Number(given) })),
					points.length > 0 ? undefined : refuse('training.coaching-choose-one'),
				),
			};
		});
		if (failure) return failure;
		redirect(303, isLast ? `/accompagnement/visites/${event.params.id}#bilan` : `?partie=${part + 1}`);
	},
};
