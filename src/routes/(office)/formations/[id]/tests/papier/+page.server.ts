import { standing } from '#app/standing.ts';
import { findTest } from '#capabilities/training/server/tests.ts';
import { loadTeamSession } from '../../team-session.ts';
import type { PageServerLoad } from './$types';

/** The test of a session to print, the same before and after; which answer is right never leaves the house with it. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const team = await loadTeamSession(reading, visitor.personId, event.params.id);
		const test = await findTest(reading, team.session.id);
		return {
			...team,
			outOf: test?.outOf,
			questions: (test?.questions ?? []).map(({ id: questionId, words, choices }) => ({ id: questionId, words, choices })),
			demonstration: programme.demonstration,
		};
	});
};
