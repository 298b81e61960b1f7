import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aProgramme } from '../builders.ts';
import { budgetLines, programmes } from '../schema.ts';
import { addBudgetLine } from './add-budget-line.ts';

const programme = aProgramme({ budgetCents: 100_000 });
const line = (amountCents: number) => ({ id: newId(), programmeId: programme.id, label: 'Formations', amountCents });
const standing = { ...line(60_000), scopeId: programme.id };

describe('add a budget line', () => {
	it('adds it to the programme it is for', async () => {
		const decision = await judged(addBudgetLine, line(40_000), [
			[programmes, programme],
			[budgetLines, standing],
		]);
		expect(rowsInto(budgetLines, decision)).toMatchObject([{ amountCents: 40_000, scopeId: programme.id }]);
	});

	it('refuses lines that together pass the budget, and says what is left', async () => {
		const decision = await judged(addBudgetLine, line(40_001), [
			[programmes, programme],
			[budgetLines, standing],
		]);
		expect(decision).toMatchObject({ key: 'programme.budget-passed', params: { leftEuros: 400 } });
	});

	it('has no limit where the budget is still to be confirmed', async () => {
		expect(verdictOf(await judged(addBudgetLine, line(9_000_000), [[programmes, aProgramme({ id: programme.id, budgetCents: null })]]))).toBe(
			'applied',
		);
	});
});
