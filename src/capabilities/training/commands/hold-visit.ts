import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { organisations } from '../../registry/index.ts';
import { organisationCoached } from '../coaching-facts.ts';
import { checklists, visits } from '../coaching-schema.ts';
import { visitMoved } from '../rules/coaching/visit-moved.ts';
import { visitScore } from '../rules/coaching/visit-score.ts';

/** Says that a visit was held, on a day. Refuses while a point is not scored, when none applies, and a visit that is not planned. */
export const holdVisit = defineCommand({
	name: 'training.hold-visit',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object({ visitId: id, heldOn: day }),
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

	decide({ visit, checklist, organisation }, { heldOn }) {
		if (typeof visit !== 'object' || typeof checklist !== 'object' || typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (visit.state === 'cancelled') return refuse('training.coaching-cancelled');
		if (visit.state === 'held') return refuse('training.coaching-held-already');
		const { left, percent } = visitScore(checklist.sections, visit.scores);
		if (left > 0) return refuse('training.coaching-points-left', { count: left });
		if (percent === null) return refuse('training.coaching-nothing-applies');
		const held = { ...visit, state: 'held' as const, heldOn, percent };
		return { writes: [put(visits, held)], events: visitMoved(held, checklist), facts: [organisationCoached(held, organisation)] };
	},
});
