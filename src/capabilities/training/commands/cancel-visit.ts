import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { organisations } from '../../registry/index.ts';
import { checklists, visits } from '../coaching-schema.ts';
import { visitMoved } from '../rules/coaching/visit-moved.ts';

/**
 * Cancels a planned visit, or puts it back. Refuses a visit that was held, and to put one back when another was planned meanwhile.
 */
export const cancelVisit = defineCommand({
	name: 'training.cancel-visit',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object({ visitId: id, organisationId: id, cancelled: v.boolean() }),
	scope: ({ visitId }) => scopeOf(visits, visitId),
	locks: ({ visitId, organisationId }) => [
		[visits, visitId],
		[organisations, organisationId],
	],

	async gather(records, { visitId, organisationId }) {
		const visit = await records.find(visits, visitId);
		return {
			visit,
			checklist: typeof visit === 'object' ? await records.find(checklists, visit.checklistId) : undefined,
			planned: await records.list(visits, { organisationId, state: 'planned' }),
		};
	},

	decide({ visit, checklist, planned }, { organisationId, cancelled }) {
		if (typeof visit !== 'object' || typeof checklist !== 'object') return refuse('platform.not-permitted');
		if (visit.organisationId !== organisationId) return refuse('platform.not-permitted');
		if (visit.state === 'held') return refuse('training.coaching-held-already');
		const other = planned.find((each) => each.id !== visit.id);
		if (!cancelled && other) return refuse('training.coaching-planned-already', { day: other.plannedFor });
		const after = { ...visit, state: cancelled ? ('cancelled' as const) : ('planned' as const) };
		return { writes: [put(visits, after)], events: visitMoved(after, checklist) };
	},
});
