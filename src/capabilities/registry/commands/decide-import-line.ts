import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { importLines, imports } from '../import-schema.ts';
import { stillOpen } from '../rules/open-import.ts';

/**
 * Says of a line that looks like an organisation already registered that it is the same (and registers nothing), that it is
 * another (and will register it), or takes either back. Refuses an organisation that was not proposed for the line.
 */
export const decideImportLine = defineCommand({
	name: 'registry.decide-import-line',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({ importId: id, lineId: id, decided: v.picklist(['', 'same', 'other']), sameAsId: v.nullable(id) }),
	scope: ({ importId }) => scopeOf(imports, importId),
	locks: ({ importId }) => [[imports, importId]],

	async gather(records, { importId, lineId }) {
		return { list: await records.find(imports, importId), before: await records.find(importLines, lineId) };
	},

	decide({ list, before }, { importId, decided, sameAsId }) {
		const over = stillOpen(list);
		if (over) return over;
		if (typeof before !== 'object' || before.importId !== importId) return refuse('platform.not-permitted');
		const proposed = before.candidates.some(({ organisationId }) => organisationId === sameAsId);
		if ((decided === 'same') !== (sameAsId !== null) || (sameAsId && !proposed)) return refuse('platform.not-permitted');
		return { writes: [put(importLines, { ...before, decided, sameAsId })] };
	},
});
