import { standing } from '#app/standing.ts';
import { today } from '#app/form.ts';
import { listSessions, practicesDue } from '#capabilities/training/server/reads.ts';
import type { PageServerLoad } from './$types';

const STATES = ['', 'planned', 'held', 'cancelled'] as const;

/** The sessions a person sees, by state and words, and the practices that wait to be checked. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const asked = (name: string) => (event.url.searchParams.get(name) ?? '').slice(0, 100);
	const state = STATES.find((known) => known === asked('etat')) ?? '';
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const all = await listSessions(reading, { programmeId: programme.id, words: asked('mot') });
		return {
			today: today(),
			filters: { state, words: asked('mot') },
			counts: {
				planned: all.filter((row) => row.state === 'planned').length,
				held: all.filter((row) => row.state === 'held').length,
				cancelled: all.filter((row) => row.state === 'cancelled').length,
				all: all.length,
			},
			sessions: state ? all.filter((row) => row.state === state) : all,
			due: await practicesDue(reading, programme.id, today()),
			may: { plan: may('training.plan') && !programme.closed, check: may('training.check-practice') },
		};
	});
};
