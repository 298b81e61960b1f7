import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { organisations } from '../../registry/index.ts';
import { organisationCoached } from '../coaching-facts.ts';
import { checklists, visits } from '../coaching-schema.ts';
import { pointsGiven, rescored } from '../rules/coaching/rescored.ts';

/**
 * Scores points of a visit, as many as are sent, over what they had. Refuses a point its checklist does not have, a cancelled
 * visit, and one that was agreed: what was agreed is corrected, with a reason.
 */
export const scoreVisit = defineCommand({
	name: 'training.score-visit',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object({ visitId: id, points: pointsGiven }),
	scope: ({ visitId }) => scopeOf(visits, visitId),
	locks: ({ visitId }) => [[visits, visitId]],

	async gather(records, { visitId }) {
		const visit = await records.find(visits, visitId);
		if (typeof visit !== 'object') return { visit, checklist: undefined, organisation: undefined };
		return {
			visit,
			checklist: await records.find(checklists, visit.checklistId),
			organisation: await records.find(organisations, visit.organisationId),
		};
	},

	decide({ visit, checklist, organisation }, { points }) {
		if (typeof visit !== 'object' || typeof checklist !== 'object' || typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (visit.state === 'cancelled') return refuse('training.coaching-cancelled');
		if (visit.agreedOn) return refuse('training.coaching-agreed-already', { on: visit.agreedOn });
		const scored = rescored(checklist.sections, visit.scores, points);
		if (!scored) return refuse('training.coaching-no-such-point');
		if (visit.state === 'planned') return { writes: [put(visits, { ...visit, scores: scored.scores })] };
		if (scored.percent === null) return refuse('training.coaching-nothing-applies');
		const after = { ...visit, ...scored };
		return { writes: [put(visits, after)], facts: [organisationCoached(after, organisation)] };
	},
});
