import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { importLines, imports, lineFields, wholeFields } from '../import-schema.ts';
import { stillOpen } from '../rules/open-import.ts';

// The day of an act is asked for by its own sentence.
const corrected = v.object({ ...wholeFields.entries, act: lineFields.entries.act });

/**
 * Corrects what a line of a list says, before it is imported: a person has looked at it, and it has no fault any more.
 * `seen` is how often it had been corrected when she opened it. Refuses when somebody else corrected it meanwhile, and a legal
 * act without its day.
 */
export const correctImportLine = defineCommand({
	name: 'registry.correct-import-line',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({ importId: id, lineId: id, seen: v.pipe(v.number(), v.integer(), v.minValue(0)), fields: corrected }),
	scope: ({ importId }) => scopeOf(imports, importId),
	locks: ({ importId }) => [[imports, importId]],

	async gather(records, { importId, lineId }) {
		return { list: await records.find(imports, importId), before: await records.find(importLines, lineId) };
	},

	decide({ list, before }, { importId, seen, fields }) {
		const over = stillOpen(list);
		if (over) return over;
		if (typeof before !== 'object' || before.importId !== importId) return refuse('platform.not-permitted');
		if (before.corrected !== seen) return refuse('registry.line-changed-meanwhile', { number: before.number });
		if (fields.act && !fields.act.actedOn) return refuse('platform.missing', { field: 'actedOn' });
		// What was decided of a line was decided of what it said: of another name or place, nothing is.
		const isOther = before.fields.name !== fields.name || before.fields.placeCode !== fields.placeCode;
		const undecided = isOther ? { decided: '' as const, sameAsId: null, candidates: [] } : {};
		return { writes: [put(importLines, { ...before, ...undecided, fields, faults: [], leftBecause: '', corrected: seen + 1 })] };
	},
});
