import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { importLines, imports, MOST_LINES, readLine } from '../import-schema.ts';
import { stillOpen } from '../rules/open-import.ts';
import { matching } from './begin-import.ts';

/**
 * Takes the columns of a list for other fields: its lines are understood anew, except those a person corrected, which stay
 * as she left them. Refuses a list that is imported or set aside.
 */
export const matchImportColumns = defineCommand({
	name: 'registry.match-import-columns',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({
		importId: id,
		...matching,
		lines: v.pipe(v.array(v.pick(readLine, ['id', 'fields', 'faults', 'notes', 'candidates'])), v.maxLength(MOST_LINES)),
	}),
	scope: ({ importId }) => scopeOf(imports, importId),
	locks: ({ importId }) => [[imports, importId]],

	async gather(records, { importId }) {
		return { list: await records.find(imports, importId), standing: await records.list(importLines, { importId }) };
	},

	decide({ list, standing }, { lines, columns, kindByDefault, placeScheme }) {
		const over = stillOpen(list);
		if (over || typeof list !== 'object') return over ?? refuse('platform.not-permitted');
		const understood = new Map(lines.map((line) => [line.id, line]));
		const anew = standing
			.filter((line) => line.corrected === 0)
			.flatMap((line) => ({ ...line, ...understood.get(line.id), decided: '' as const, sameAsId: null }));
		return { writes: [put(imports, { ...list, columns, kindByDefault, placeScheme }), ...anew.map((line) => put(importLines, line))] };
	},
});
