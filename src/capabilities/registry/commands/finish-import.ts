import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Write } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { partners } from '../../programme/index.ts';
import { importLines, imports } from '../import-schema.ts';
import { countStandings, lineStandings } from '../rules/line-standing.ts';
import { stillOpen } from '../rules/open-import.ts';
import { takenLine, toldApart } from '../rules/taken-line.ts';
import { organisations } from '../schema.ts';

/**
 * Registers every line of a list that is ready, all of them or, when anything goes wrong, none. Refuses while lines wait for a
 * correction or a decision: each is taken, known already, or left out for a reason.
 */
export const finishImport = defineCommand({
	name: 'registry.finish-import',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({ importId: id, partnerId: id, on: day }),
	scope: ({ importId }) => scopeOf(imports, importId),
	// Whoever registers an organisation of this partner holds the same lock: what is known stays known until the end.
	locks: ({ importId, partnerId }) => [
		[imports, importId],
		[partners, partnerId],
	],

	async gather(records, { importId, partnerId }) {
		const lines = await records.list(importLines, { importId });
		const toldApart = lines.filter(({ decided }) => decided === 'other').flatMap(({ candidates }) => candidates);
		return {
			list: await records.find(imports, importId),
			lines,
			registered: await records.list(organisations, { partnerId }),
			alike: await Promise.all([...new Set(toldApart.map(({ organisationId }) => organisationId))].map((id) => records.find(organisations, id))),
		};
	},

	decide({ list, lines, registered, alike }, { partnerId, on }, { personId }) {
		const over = stillOpen(list);
		if (over || typeof list !== 'object' || list.partnerId !== partnerId) return over ?? refuse('platform.not-permitted');
		const standings = lineStandings(lines, registered);
		const counts = countStandings(standings.values());
		const waiting = counts['to-correct'] + counts['to-decide'];
		if (waiting > 0) return refuse('registry.lines-wait', { count: waiting });
		const ready = lines.filter((line) => standings.get(line.id)?.state === 'ready');
		const known = alike.filter((one) => typeof one === 'object');
		const apart = ready.filter(({ decided }) => decided === 'other').flatMap((line) => toldApart(line, { list, known, on, by: personId }));
		return { writes: [put(imports, { ...list, doneOn: on }), ...tableByTable([...ready.flatMap((line) => takenLine(line, list, on)), ...apart])] };
	},
});

// Neighbouring writes to one table go to PostgreSQL together; an organisation's scope comes before what it owns.
function tableByTable(writes: readonly Write[]): readonly Write[] {
	return [...Map.groupBy(writes, (write) => (write.kind === 'scope' ? write.kind : write.table.name)).values()].flat();
}

/** Sets a list aside that will not be imported: nothing of it is registered, and it stays readable. */
export const setImportAside = defineCommand({
	name: 'registry.set-import-aside',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({ importId: id, setAside: v.boolean() }),
	scope: ({ importId }) => scopeOf(imports, importId),
	locks: ({ importId }) => [[imports, importId]],

	async gather(records, { importId }) {
		return { list: await records.find(imports, importId) };
	},

	decide({ list }, { setAside }) {
		if (typeof list !== 'object') return refuse('platform.not-permitted');
		if (list.doneOn) return refuse('registry.import-done', { on: list.doneOn });
		return { writes: [put(imports, { ...list, setAside })] };
	},
});
