import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { importLines, imports, MOST_LINES, type ImportLine } from '../import-schema.ts';
import { stillOpen } from '../rules/open-import.ts';

const lineIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_LINES));

function touchingLines<E extends v.ObjectEntries>(name: `registry.${string}`, entries: E, reasonOf: (input: object) => string) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission: 'registry.import',
		input: v.object({ importId: id, lineIds, ...entries }),
		scope: (input) => scopeOf(imports, (input as { importId: string }).importId),
		locks: (input) => [[imports, (input as { importId: string }).importId]],

		async gather(records, input) {
			const { importId, lineIds: ids } = input as unknown as { importId: string; lineIds: readonly string[] };
			const lines = await Promise.all([...new Set(ids)].map((lineId) => records.find(importLines, lineId)));
			return { list: await records.find(imports, importId), lines };
		},

		decide({ list, lines }, input) {
			const over = stillOpen(list);
			if (over) return over;
			const { importId } = input as { importId: string };
			const found = lines.filter((one) => typeof one === 'object' && one.importId === importId) as readonly ImportLine[];
			if (found.length < lines.length) return refuse('platform.not-permitted');
			return { writes: found.map((one) => put(importLines, { ...one, leftBecause: reasonOf(input) })) };
		},
	});
}

/** Leaves lines of a list out of its import, for a reason that stays with them. */
export const leaveImportLines = touchingLines(
	'registry.leave-import-lines',
	{ reason: line(2, 200) },
	(input) => (input as { reason: string }).reason,
);

/** Takes lines up again that were left out. */
export const resumeImportLines = touchingLines('registry.resume-import-lines', {}, () => '');
