import { scopesSeen, standing } from '#app/standing.ts';
import { today } from '#app/form.ts';
import { sessionCount } from '#capabilities/training/rules/session-count.ts';
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
		const seen = await scopesSeen(reading, visitor.personId);
		const shown = state ? all.filter((row) => row.state === state) : all;
		return {
			today: today(),
			filters: { state, words: asked('mot') },
			counts: {
				planned: all.filter((row) => row.state === 'planned').length,
				held: all.filter((row) => row.state === 'held').length,
				cancelled: all.filter((row) => row.state === 'cancelled').length,
				all: all.length,
			},
			sessions: shown.map((row) => ({ ...row, count: sessionCount(row, today(), seen.has(row.scopeId)) })),
			due: await practicesDue(reading, programme.id, today()),
			may: { plan: may('training.plan') && !programme.closed, check: may('training.check-practice') },
		};
	});
};
