import { standing } from '#app/standing.ts';
import { wordsFor } from '#platform/messages/words-for.ts';
import { ASPECTS, OPINIONS } from '#capabilities/training/test-schema.ts';
import { loadTeamSession } from '../../team-session.ts';
import type { PageServerLoad } from './$types';

/** Words as the paper bears them: whoever fills it in reads one language or the other, whatever the reader of the screen reads. */
export type InBoth = Readonly<{ fr: string; rn: string }>;

type Key = Parameters<ReturnType<typeof wordsFor>['say']>[0];

function inBoth(key: Key): InBoth {
	const of = (language: 'fr' | 'rn') =>
		wordsFor(language)
			.saySomething(key)
			.runs.map(({ text }) => text)
			.join('');
	return { fr: of('fr'), rn: of('rn') };
}

/** The evaluation sheet of a session to print: no name, four faces with their words, two questions to answer in words. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const team = await event.locals.app.readers.as(visitor.personId, (reading) => loadTeamSession(reading, visitor.personId, event.params.id));
	return {
		...team,
		demonstration: programme.demonstration,
		title: inBoth('training.evaluation-sheet'),
		how: inBoth('training.evaluation-sheet-how'),
		aspects: ASPECTS.map((key) => ({ key, words: inBoth(`training.evaluation-aspect-${key}`) })),
		opinions: OPINIONS.map((key) => ({ key, words: inBoth(`training.evaluation-opinion-${key}`) })),
		written: [inBoth('training.evaluation-sheet-liked'), inBoth('training.evaluation-sheet-change')],
	};
};
