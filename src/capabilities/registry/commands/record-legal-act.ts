import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { ACT_KINDS, legalActs, organisations } from '../schema.ts';

/** Records a legal act of an organisation: its statutes, its recognition, an order. Refuses the same act twice. */
export const recordLegalAct = defineCommand({
	name: 'registry.record-legal-act',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({ id, organisationId: id, kind: v.picklist(ACT_KINDS), number: line(1, 80), actedOn: day, authority: line(0, 120) }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		return { acts: await records.list(legalActs, { organisationId, struck: false }) };
	},

	decide({ acts }, act) {
		const same = acts.find(({ kind, number }) => kind === act.kind && number.toLowerCase() === act.number.toLowerCase());
		if (same) return refuse('registry.act-twice', { number: same.number, on: same.actedOn });
		return { writes: [add(legalActs, { ...act, scopeId: act.organisationId, struck: false })] };
	},
});
