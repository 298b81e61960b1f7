import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { organisations } from '../../registry/index.ts';
import { organisationCoached } from '../coaching-facts.ts';
import { checklists, visitCorrections, visits } from '../coaching-schema.ts';
import { pointsGiven, rescored } from '../rules/coaching/rescored.ts';
import { standingScores } from '../rules/coaching/visit-score.ts';

/**
 * Corrects scores of an agreed visit, on a day, with a reason; what was agreed stays readable. Refuses a visit that was not agreed
 * yet, a correction that changes nothing or leaves no point that applies, and a day before the agreement.
 */
export const correctVisit = defineCommand({
	name: 'training.correct-visit',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object({ id, visitId: id, points: pointsGiven, why: paragraph(3, 1000), correctedOn: day }),
	scope: ({ visitId }) => scopeOf(visits, visitId),
	locks: ({ visitId }) => [[visits, visitId]],

	async gather(records, { visitId }) {
		const visit = await records.find(visits, visitId);
		if (typeof visit !== 'object') return { visit, checklist: undefined, organisation: undefined, earlier: [] };
		const { checklistId, organisationId } = visit;
		return {
			...{ visit, checklist: await records.find(checklists, checklistId), organisation: await records.find(organisations, organisationId) },
			earlier: await records.list(visitCorrections, { visitId }),
		};
	},

	decide({ visit, checklist, organisation, earlier }, { id, points, why, correctedOn }, { personId }) {
		if (typeof visit !== 'object' || typeof checklist !== 'object' || typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (!visit.agreedOn) return refuse('training.coaching-not-agreed');
		if (correctedOn < visit.agreedOn) return refuse('training.coaching-corrected-before', { field: 'correctedOn', agreed: visit.agreedOn });
		const before = standingScores(visit.scores, earlier);
		const changed = points.filter(({ pointId, score }) => before[pointId] !== score);
		const after = rescored(checklist.sections, before, points);
		if (!after) return refuse('training.coaching-no-such-point');
		if (changed.length === 0) return refuse('training.coaching-same-scores');
		if (after.percent === null) return refuse('training.coaching-nothing-applies');
		const correction = {
			...{ id, scopeId: visit.scopeId, visitId: visit.id, organisationId: visit.organisationId, number: earlier.length + 1 },
			...{ correctedOn, correctedBy: personId, why, percent: after.percent },
			scores: Object.fromEntries(changed.map(({ pointId, score }) => [pointId, score])),
		};
		return { writes: [add(visitCorrections, correction)], facts: [organisationCoached(visit, organisation, after.percent)] };
	},
});
