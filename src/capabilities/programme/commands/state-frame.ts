import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { activities, results } from '../schema.ts';

const numbered = v.pipe(v.array(v.object({ id, words: paragraph(3, 1000) })), v.minLength(1), v.maxLength(60));

/** Writes the expected results and the activities of a programme, in their order. Refuses when they are already written. */
export const stateFrame = defineCommand({
	name: 'programme.state-frame',
	version: 1,
	place: 'office',
	permission: 'programme.shape',
	input: v.object({ programmeId: id, results: numbered, activities: numbered }),
	scope: ({ programmeId }) => scope(programmeId),

	async gather(records, { programmeId }) {
		return { before: await records.list(results, { programmeId }) };
	},

	decide({ before }, { programmeId, ...frame }) {
		if (before.length > 0) return refuse('programme.frame-stated');
		const owned = { programmeId, scopeId: programmeId };
		return {
			writes: [
				...frame.results.map((row, at) => add(results, { ...row, ...owned, number: at + 1 })),
				...frame.activities.map((row, at) => add(activities, { ...row, ...owned, number: at + 1 })),
			],
		};
	},
});
