import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { id } from '#platform/commands/table.ts';
import { score, type Scores, type Section } from '../../coaching-schema.ts';
import { visitScore } from './visit-score.ts';

/** Points as a form gives them: each with its score, `null` where it does not apply. */
export const pointsGiven = v.pipe(v.array(v.object({ pointId: id, score })), v.minLength(1), v.maxLength(400));

/** Takes scores and points given over them; returns what stands then, in percent too. Refuses a point that the sections do not have. */
export function rescored(
	sections: readonly Section[],
	scores: Scores,
	points: v.InferOutput<typeof pointsGiven>,
): Refusal | { scores: Scores; percent: number | null } {
	const known = new Set(sections.flatMap((section) => section.points.map((point) => point.id)));
	if (points.some(({ pointId }) => !known.has(pointId))) return refuse('training.coaching-no-such-point');
	const after = { ...scores, ...Object.fromEntries(points.map(({ pointId, score: given }) => [pointId, given])) };
	return { scores: after, percent: visitScore(sections, after).percent };
}
