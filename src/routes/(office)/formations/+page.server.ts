import { scopesSeen, standing } from '#app/standing.ts';
import { today } from '#app/form.ts';
import { sessionCount } from '#capabilities/training/rules/session-count.ts';
import { SESSION_KINDS } from '#capabilities/training/schema.ts';
import { practicesDue } from '#capabilities/training/server/reads.ts';
import { countSessions, listSessionPage } from '#capabilities/training/server/session-list.ts';
import type { PageServerLoad } from './$types';

const STATES = ['', 'planned', 'held', 'cancelled'] as const;
const MOST_PAGES = 10_000;
// What waits is called to mind above the list; all of it stands under its own link.
const [FEW_DUE, MANY_DUE] = [6, 300];

/** The sessions a person sees, by state, kind and words, a page at a time; and the practices that wait to be checked. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const { searchParams } = event.url;
	const told = (name: string) => (searchParams.get(name) ?? '').slice(0, 100);
	const state = STATES.find((known) => known === told('etat')) ?? '';
	const kind = SESSION_KINDS.find((known) => known === told('sorte')) ?? '';
	const page = Math.max(1, Math.min(MOST_PAGES, /^\d{1,5}$/.test(told('page')) ? Number(told('page')) : 1));
	const asked = { programmeId: programme.id, state, kind, words: told('mot'), page };
	const address = (at: number) => `/formations?${new URLSearchParams({ etat: state, sorte: kind, mot: asked.words, page: String(at) }).toString()}`;
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const { sessions, hasNext } = await listSessionPage(reading, asked);
		const seen = await scopesSeen(reading, visitor.personId);
		return {
			today: today(),
			filters: { state, kind, words: asked.words },
			kinds: SESSION_KINDS,
			counts: await countSessions(reading, asked),
			sessions: sessions.map((row) => ({ ...row, count: sessionCount(row, today(), seen.has(row.scopeId)) })),
			before: page > 1 ? address(page - 1) : undefined,
			after: hasNext ? address(page + 1) : undefined,
			...(await practicesDue(reading, { programmeId: programme.id, today: today(), most: searchParams.has('pratiques') ? MANY_DUE : FEW_DUE })),
			may: { plan: may('training.plan') && !programme.closed, check: may('training.check-practice'), catalogue: seen.size > 0 },
		};
	});
};
