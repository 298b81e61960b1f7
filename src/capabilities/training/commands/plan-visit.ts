import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope, show } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { groups, needs } from '../../needs/index.ts';
import { organisations } from '../../registry/index.ts';
import { checklists, visits, type Visit } from '../coaching-schema.ts';
import { visitMoved } from '../rules/coaching/visit-moved.ts';
import { enrolments } from '../schema.ts';

/**
 * Plans a coaching visit to an organisation, with a checklist; it may answer a group of needs or follow a training.
 * Refuses when a visit is planned already, a group that was not accepted or holds no need of the organisation, and a training to
 * which it sent nobody.
 */
export const planVisit = defineCommand({
	name: 'training.plan-visit',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object({
		...{ id, organisationId: id, checklistId: id, plannedFor: day, coachName: line(2, 120) },
		...{ groupId: v.optional(v.nullable(id), null), sessionId: v.optional(v.nullable(id), null) },
	}),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId, checklistId, groupId, sessionId }) {
		return {
			organisation: await records.find(organisations, organisationId),
			checklist: await records.find(checklists, checklistId),
			planned: await records.list(visits, { organisationId, state: 'planned' }),
			group: groupId ? await records.find(groups, groupId) : undefined,
			needs: groupId ? await records.list(needs, { groupId, organisationId }) : [],
			sent: sessionId ? await records.list(enrolments, { sessionId, organisationId, withdrawn: false }) : [],
		};
	},

	decide({ organisation, checklist, planned, group, needs, sent }, { organisationId, ...visit }) {
		if (typeof organisation !== 'object' || typeof checklist !== 'object') return refuse('platform.not-permitted');
		// A checklist of another partner is its own.
		if (![organisation.partnerId, organisation.programmeId].includes(checklist.scopeId)) return refuse('platform.not-permitted');
		if (planned[0]) return refuse('training.coaching-planned-already', { day: planned[0].plannedFor });
		if (visit.groupId && needs.length === 0) return refuse('training.coaching-no-need-there');
		if (typeof group === 'object' && group.decision !== 'accepted') return refuse('training.group-not-accepted', { heading: group.heading });
		if (visit.sessionId && sent.length === 0) return refuse('training.sent-nobody');
		const row: Visit = {
			...{ ...visit, scopeId: organisationId, organisationId, programmeId: organisation.programmeId },
			...{ state: 'planned', heldOn: null, scores: {}, percent: null },
			...{ agreedOn: null, agreedHow: null, agreedName: '', agreedDuty: '', agreedBy: null },
		};
		// The organisation reads the checklist it is scored with.
		return { writes: [add(visits, row), show(checklists, checklist.id, organisationId)], events: visitMoved(row, checklist) };
	},
});
