import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import { id, type Table } from '#platform/commands/table.ts';
import { contradicted, LINES } from '../rules/contradicted.ts';
import { organisationTold } from '../reactions/look-for-twins.ts';
import { TABLE_OF, type Line } from '../history-lines.ts';
import { relisted } from '../rules/listing.ts';
import { membersAfter } from '../rules/members-after.ts';
import { directory, organisations, works, type Headcount, type Organisation } from '../schema.ts';

// Striking out reads and writes what all lines have in common; the runner checks the whole row against its own table.
const tableOf = (what: (typeof LINES)[number]) => TABLE_OF[what] as unknown as Table<Line>;

function markingLine(name: `registry.${string}`, struck: boolean) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission: 'registry.keep-history',
		input: v.object({ organisationId: id, what: v.picklist(LINES), lineId: id }),
		scope: ({ organisationId }) => scopeOf(organisations, organisationId),
		locks: ({ organisationId }) => [[organisations, organisationId]],

		async gather(records, { organisationId, what, lineId }) {
			const [listing] = await records.list(directory, { organisationId });
			return {
				organisation: await records.find(organisations, organisationId),
				line: await records.find(tableOf(what), lineId),
				lines: await records.list(tableOf(what), { organisationId }),
				works: await records.list(works, { organisationId }),
				listing,
			};
		},

		decide({ organisation, line, lines, works, listing }, { organisationId, what, lineId }): Decision {
			if (typeof organisation !== 'object' || typeof line !== 'object' || line.organisationId !== organisationId)
				return refuse('platform.not-permitted');
			if (line.struck === struck) return refuse(struck ? 'registry.struck-already' : 'registry.not-struck');
			// What kind of line it is, its table says.
			const against = struck ? undefined : contradicted(what, line as never, lines as never);
			if (against) return against;
			const marked = <L extends Line>(some: readonly L[]) => some.map((one) => (one.id === lineId ? { ...one, struck } : one));
			const after: Organisation =
				what === 'count' ? { ...organisation, ...membersAfter(organisation, marked(lines) as unknown as readonly Headcount[]) } : organisation;
			return {
				writes: [
					put(tableOf(what), { ...line, struck }),
					...(what === 'count' ? [put(organisations, after)] : []),
					...(what === 'count' || what === 'work' ? relisted(listing, after, marked(works)) : []),
				],
				events: what === 'act' || what === 'name' ? [organisationTold(organisationId)] : [],
			};
		},
	});
}

/** Strikes out a line of an organisation's history that was written by mistake: it counts no more, and stays readable. */
export const strikeHistoryLine = markingLine('registry.strike-history-line', true);

/** Restores a line that was struck out. Refuses one that contradicts a line written meanwhile. */
export const restoreHistoryLine = markingLine('registry.restore-history-line', false);
