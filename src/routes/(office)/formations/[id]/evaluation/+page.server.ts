import { redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { opinionBar } from '#capabilities/training/rules/tests/opinion-bar.ts';
import { findEvaluation } from '#capabilities/training/server/tests.ts';
import { ASPECTS, OPINIONS } from '#capabilities/training/test-schema.ts';
import { loadTeamSession } from '../team-session.ts';
import type { Actions, PageServerLoad } from './$types';

/** What participants said of a session, counted from papers without names; for its team alone. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const team = await loadTeamSession(reading, visitor.personId, event.params.id);
		const evaluation = await findEvaluation(reading, team.session.id);
		return {
			...team,
			...{ form: newId(), done: event.url.searchParams.get('fait') ?? '', aspects: ASPECTS, opinions: OPINIONS, evaluation },
			bars: (evaluation?.aspects ?? []).map(opinionBar),
		};
	});
};

export const actions: Actions = {
	/** Writes the counts of all papers, in place of what was written. */
	default: async (event) => {
		const failure = await act(event, 'training.record-evaluation', (form) => ({
			...{ id: form.id('evaluation'), sessionId: event.params.id, sheets: form.count('sheets') ?? 0 },
			aspects: ASPECTS.map((key) => ({ key, counts: OPINIONS.map((opinion) => form.count(`${key} ${opinion}`) ?? 0) })),
			words: form.text('words'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/evaluation?fait=done`);
	},
};
