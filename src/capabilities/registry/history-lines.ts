import * as v from 'valibot';
import type { Id } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scopeOf, type Decision, type Write } from '#platform/commands/command.ts';
import { id, type Row, type Table } from '#platform/commands/table.ts';
import {
	directory,
	legalActs,
	formerNames,
	headcounts,
	lifeStates,
	mandates,
	meetings,
	memberships,
	organisations,
	ownFunds,
	works,
} from './schema.ts';
import { organisationTold } from './reactions/look-for-twins.ts';
import { contradicted, type LineKind, type LineOf } from './rules/contradicted.ts';
import { relisted } from './rules/listing.ts';

/** What every line of a history has. */
export type Line = Row & Readonly<{ organisationId: Id; struck: boolean }>;

/** The table of each kind of line. */
export const TABLE_OF: { readonly [K in LineKind]: Table<LineOf[K]> } = {
	act: legalActs,
	name: formerNames,
	life: lifeStates,
	count: headcounts,
	work: works,
	mandate: mandates,
	meeting: meetings,
	network: memberships,
	funds: ownFunds,
};

/** Declares a command that adds a line of one kind to the history of an organisation, unless it contradicts those that stand. */
export function addingLine<K extends LineKind, E extends v.ObjectEntries>(name: `registry.${string}`, what: K, entries: E) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission: 'registry.keep-history',
		input: v.object({ ...entries, id, organisationId: id }),
		// The entries of every kind hold both ids; of a shape that is not known yet, the compiler cannot tell.
		scope: (input) => scopeOf(organisations, (input as unknown as Line).organisationId),
		locks: (input) => [[organisations, (input as unknown as Line).organisationId]],

		async gather(records, input) {
			const { organisationId } = input as unknown as Line;
			const [listing] = what === 'work' ? await records.list(directory, { organisationId }) : [];
			return {
				organisation: await records.find(organisations, organisationId),
				lines: await records.list(TABLE_OF[what] as unknown as Table<Line>, { organisationId }),
				listing,
			};
		},

		decide({ organisation, lines, listing }, input): Decision {
			if (typeof organisation !== 'object') return refuse('platform.not-permitted');
			const line = { ...(input as unknown as Line), scopeId: organisation.id, struck: false } as unknown as LineOf[K];
			const against = contradicted(what, line, lines as unknown as readonly LineOf[K][]);
			if (against) return against;
			const after = [...lines, line] as unknown as readonly LineOf['work'][];
			const told: readonly Write[] = what === 'work' ? relisted(listing, organisation, after) : [];
			return { writes: [add(TABLE_OF[what], line), ...told], events: what === 'act' ? [organisationTold(organisation.id)] : [] };
		},
	});
}
