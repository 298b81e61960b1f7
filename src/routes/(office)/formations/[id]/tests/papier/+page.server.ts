import { findTest } from '#capabilities/training/server/tests.ts';
import { loadForTeam } from '../../team-session.ts';
import type { PageServerLoad } from './$types';

/** The test of a session to print, the same before and after; which answer is right never leaves the house with it. */
export const load: PageServerLoad = async (event) =>
	loadForTeam(event, async (reading, { id, programme }) => {
		const test = await findTest(reading, id);
		return {
			outOf: test?.outOf,
			questions: (test?.questions ?? []).map(({ id: questionId, words, choices }) => ({ id: questionId, words, choices })),
			demonstration: programme.demonstration,
		};
	});
