import type { Scores, Section } from '../../coaching-schema.ts';

const MOST = 2;

/** What a section came to: a share of what its applicable points could reach, `null` when none was scored. */
export type SectionScore = Readonly<{ id: string; title: string; weight: number; percent: number | null; scored: number; points: number }>;

/** What a visit came to, by section and in all, and how many points were not looked at yet. */
export type VisitScore = Readonly<{ percent: number | null; sections: readonly SectionScore[]; left: number }>;

/**
 * Scores a visit, whole or under way. Takes the sections of its checklist and its scores; a point that does not apply counts
 * neither for nor against. Returns each section in percent, and their mean by weight over the sections that have a score.
 */
export function visitScore(sections: readonly Section[], scores: Scores): VisitScore {
	const shares = sections.map(({ points }) => shareOf(points.map(({ id }) => scores[id]).filter((value) => typeof value === 'number')));
	const weighed = sections.flatMap(({ weight }, at) => (shares[at] === null ? [] : [{ weight, share: shares[at] ?? 0 }]));
	const weight = weighed.reduce((sum, each) => sum + each.weight, 0);
	const reached = weighed.reduce((sum, each) => sum + each.weight * each.share, 0);
	const looked = sections.map(({ points }) => points.filter(({ id }) => scores[id] !== undefined).length);
	return {
		percent: weight > 0 ? Math.round((100 * reached) / weight) : null,
		sections: sections.map((section, at) => ({
			...{ id: section.id, title: section.title, weight: section.weight, scored: looked[at] ?? 0, points: section.points.length },
			percent: shares[at] === null || shares[at] === undefined ? null : Math.round(100 * shares[at]),
		})),
		left: sections.reduce((sum, { points }, at) => sum + points.length - (looked[at] ?? 0), 0),
	};
}

function shareOf(values: readonly number[]): number | null {
	return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / (MOST * values.length) : null;
}

/** The scores of a visit as they stand: as agreed, then each correction over the one before. */
export function standingScores(agreed: Scores, corrections: readonly Readonly<{ number: number; scores: Scores }>[]): Scores {
	return corrections
		.toSorted((one, other) => one.number - other.number)
		.reduce((scores, correction) => ({ ...scores, ...correction.scores }), agreed);
}
