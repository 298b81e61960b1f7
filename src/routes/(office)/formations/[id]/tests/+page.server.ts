import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { act, actEach, type TypedForm } from '#app/form.ts';
import { standing, visitorOr } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { testResults } from '#capabilities/training/rules/tests/test-results.ts';
import { cellName, changedCells, readPaperPoints, type Cell, type ChangedCell } from '#capabilities/training/rules/tests/typed-points.ts';
import { findTest, listPaperScores, listQuestions, listScores } from '#capabilities/training/server/tests.ts';
import { MOMENTS, type Moment } from '#capabilities/training/test-schema.ts';
import { loadTeamSession } from '../team-session.ts';
import type { Actions, PageServerLoad } from './$types';

/** The test of a session, the points of its people and of papers without names, and what they say; for its team alone. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const team = await loadTeamSession(reading, visitor.personId, event.params.id);
		const { session } = team;
		const { id } = session;
		const test = await findTest(reading, id);
		const people = session.discreet ? [] : await listScores(reading, id);
		const papers = await listPaperScores(reading, id);
		const bank = await listQuestions(reading, { programmeId: session.programmeId, retired: false });
		const asked = test?.questions ?? [];
		const gone = asked.filter((question) => !bank.some((other) => other.id === question.id));
		return {
			...team,
			form: newId(),
			done: event.url.searchParams.get('fait') ?? '',
			...{ test, people, papers },
			// A test keeps a question that was taken out of the bank since.
			questions: [...bank, ...gone].map(({ id: questionId, theme, words }) => ({ id: questionId, theme, words })),
			results: test && testResults(people, papers, test.outOf),
		};
	});
};

type Event = RequestEvent<{ id: string }>;

/** How many points the test of the session has; a session without a test is told by the command. */
async function outOfTest(event: Event): Promise<number> {
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	const test = await event.locals.app.readers.as(visitorOr(event).personId, (reading) => findTest(reading, id));
	return test?.outOf ?? Number.POSITIVE_INFINITY;
}

function cellsOf(form: TypedForm): readonly Cell[] {
	return form.all('person').flatMap((enrolmentId) =>
		MOMENTS.map((moment) => {
			const name = cellName({ enrolmentId, moment });
			return { enrolmentId, moment, was: form.text(`was ${name}`), typed: form.text(name) };
		}),
	);
}

async function keepPapers(event: Event, moment: Moment) {
	const outOf = await outOfTest(event);
	const failure = await act(event, 'training.record-paper-scores', (form) => {
		const points = readPaperPoints(form.text('points'), outOf);
		const refusal = isRefusal(points) ? { ...points, params: { ...points.params, field: 'points' } } : undefined;
		return { id: form.id(`papers ${moment}`), sessionId: event.params.id, moment, points: form.must(points, refusal) };
	});
	if (failure) return failure;
	redirect(303, `/formations/${event.params.id}/tests?fait=papers`);
}

export const actions: Actions = {
	/** Says what the test is. */
	set: async (event) => {
		const failure = await act(event, 'training.set-test', (form) => ({
			...{ id: form.id('test'), sessionId: event.params.id, outOf: form.count('outOf') ?? 0, questionIds: form.all('questionIds') },
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/tests?fait=set`);
	},
	/** Writes the points that were changed, and gives back what they were, so that the page can take them back. */
	scores: async (event) => {
		const outOf = await outOfTest(event);
		let changed: readonly ChangedCell[] = [];
		const failure = await actEach(event, (form) => {
			const read = changedCells(cellsOf(form), outOf);
			changed = isRefusal(read) ? form.must([], read) : read;
			return MOMENTS.flatMap((moment) => {
				const scores = changed
					.filter((cell) => cell.moment === moment)
					.map((cell) => ({ id: form.id(`score ${cellName(cell)}`), enrolmentId: cell.enrolmentId, points: cell.points }));
				return scores.length > 0 ? [{ name: 'training.record-scores', input: { sessionId: event.params.id, moment, scores } }] : [];
			});
		});
		if (failure) return failure;
		if (changed.length === 0) redirect(303, `/formations/${event.params.id}/tests?fait=same`);
		// No redirect: what was written before is known here and nowhere else. The page sent again writes the same, once.
		return { changed };
	},
	/** Writes the points of papers without names, from before. */
	papersBefore: (event) => keepPapers(event, 'before'),
	/** Writes the points of papers without names, from after. */
	papersAfter: (event) => keepPapers(event, 'after'),
};
