import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scope, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { programmes } from '../../programme/index.ts';
import { BEST_MARK } from '../rules/group-score.ts';
import { CRITERIA } from '../choices.ts';
import { groups, weightings, weights } from '../schema.ts';

/**
 * Sets how much each criterion weighs in a programme and within how many days an answer is due, with the reason that all who
 * read the ranking will read. Former settings are kept. Refuses weights that are all nothing.
 */
export const weighCriteria = defineCommand({
	name: 'needs.weigh-criteria',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({
		id,
		programmeId: id,
		weights,
		answerWithinDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
		reason: paragraph(3, 500),
		setOn: day,
	}),
	scope: ({ programmeId }) => scope(programmeId),
	locks: ({ programmeId }) => [[programmes, programmeId]],

	async gather(records, { programmeId }) {
		return { before: await records.list(weightings, { programmeId }) };
	},

	decide({ before }, set, { personId }) {
		if (CRITERIA.every((criterion) => set.weights[criterion] === 0)) return refuse('needs.nothing-weighs', { field: 'organisations' });
		const number = before.reduce((last, each) => Math.max(last, each.number), 0) + 1;
		return { writes: [add(weightings, { ...set, scopeId: set.programmeId, number, setBy: personId })] };
	},
});

const mark = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BEST_MARK)));

/** Judges how well a group fits the programme's aims and how feasible an answer is, 0 to 3, with words that say why. */
export const judgeGroup = defineCommand({
	name: 'needs.judge-group',
	version: 1,
	place: 'office',
	permission: 'needs.decide',
	input: v.object({ groupId: id, aimsMark: mark, feasibilityMark: mark, markWords: v.optional(paragraph(0, 500), '') }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		return { group: await records.find(groups, groupId) };
	},

	decide({ group }, { groupId: _, ...marks }) {
		if (typeof group !== 'object') return refuse('platform.not-permitted');
		return { writes: [put(groups, { ...group, ...marks })] };
	},
});
