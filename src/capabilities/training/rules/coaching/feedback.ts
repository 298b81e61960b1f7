import type { Score, Scores, Section } from '../../coaching-schema.ts';

const WEAKEST = 3;

/** A point with what it got, and what it got at the visit before: `undefined` when it was not looked at then. */
export type Told = Readonly<{ id: string; words: string; section: string; score: Score; anchor: string; before: Score | undefined }>;

/** What is said to the organisation at once. */
export type Feedback = Readonly<{ up: readonly Told[]; down: readonly Told[]; weakest: readonly Told[] }>;

/**
 * What a visit has to tell: the points that went up or down since the visit before (only those scored both times), and the three
 * weakest: the lowest, those of the heaviest section first, then in the order of the checklist. A point in place is not weak.
 */
export function feedbackOf(sections: readonly Section[], scores: Scores, before: Scores = {}): Feedback {
	const scored = sections
		.toSorted((one, other) => other.weight - one.weight)
		.flatMap((section) =>
			section.points.map(({ id, words, anchors }): Told => {
				const score = scores[id] ?? null;
				return { id, words, section: section.title, score, anchor: score === null ? '' : anchors[score], before: before[id] };
			}),
		)
		.filter(({ score }) => score !== null);
	return {
		up: scored.filter((point) => riseOf(point) > 0).toSorted((one, other) => riseOf(other) - riseOf(one)),
		down: scored.filter((point) => riseOf(point) < 0).toSorted((one, other) => riseOf(one) - riseOf(other)),
		weakest: scored
			.filter(({ score }) => score !== 2)
			.toSorted((one, other) => Number(one.score) - Number(other.score))
			.slice(0, WEAKEST),
	};
}

function riseOf({ score, before }: Told): number {
	return typeof score === 'number' && typeof before === 'number' ? score - before : 0;
}
