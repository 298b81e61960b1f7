import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { budgetLines, programmes } from '../schema.ts';

/** Adds a line to a programme's budget, in euro cents. Refuses lines that together pass the programme's budget. */
export const addBudgetLine = defineCommand({
	name: 'programme.add-budget-line',
	version: 1,
	place: 'office',
	permission: 'programme.shape',
	input: v.object({ id, programmeId: id, label: line(2, 160), amountCents: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
	scope: ({ programmeId }) => scope(programmeId),
	locks: ({ programmeId }) => [[programmes, programmeId]],

	async gather(records, { programmeId }) {
		return { programme: await records.find(programmes, programmeId), lines: await records.list(budgetLines, { programmeId }) };
	},

	decide({ programme, lines }, added) {
		const budget = typeof programme === 'object' ? programme.budgetCents : null;
		const left = (budget ?? Number.MAX_SAFE_INTEGER) - lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
		if (added.amountCents > left) return refuse('programme.budget-passed', { leftEuros: Math.floor(left / 100) });
		return { writes: [add(budgetLines, { ...added, scopeId: added.programmeId })] };
	},
});
