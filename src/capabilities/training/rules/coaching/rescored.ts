import * as v from 'valibot';
import { id } from '#platform/commands/table.ts';
import { score, type Scores, type Section } from '../../coaching-schema.ts';
import { visitScore } from './visit-score.ts';

/** Points as a form gives them: each with its score, `null` where it does not apply. */
export const pointsGiven = v.pipe(v.array(v.object({ pointId: id, score })), v.minLength(1), v.maxLength(400));

/** Takes scores and points given over them; returns what stands then, in percent too. Nothing when the sections do not have a point that is given. */
export function rescored(
	sections: readonly Section[],
	scores: Scores,
	points: v.InferOutput<typeof pointsGiven>,
): { scores: Scores; percent: number | null } | undefined {
	const known = new Set(sections.flatMap((section) => section.points.map((point) => point.id)));
	if (points.some(({ pointId }) => !known.has(pointId))) return undefined;
	const after = { ...scores, ...Object.fromEntries(points.map(({ pointId, score: given }) => [pointId, given])) };
	return { scores: after, percent: visitScore(sections, after).percent };
}
