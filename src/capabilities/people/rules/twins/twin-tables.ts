import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';

export const TWIN_STATES = ['proposed', 'merged', 'different'] as const;

/**
 * The table of pairs that may be one, of organisations or of persons. A pair belongs to the lowest scope that holds both.
 * Of a merged pair, `standsId` is the record that stood for all who were one then, and `rank` tells which pair was decided later.
 */
export function twinsTable(name: string) {
	return defineTable(name, {
		...{ id, scopeId: id, programmeId: id, oneId: id, otherId: id },
		score: v.number(),
		reasons: v.array(v.string()),
		state: v.picklist(TWIN_STATES),
		standsId: v.nullable(id),
		rank: v.number(),
		decidedOn: v.nullable(day),
		decidedBy: v.nullable(id),
	});
}

/** The table of records for which another stands. It belongs to the lowest scope that holds both. */
export function standInsTable(name: string) {
	return defineTable(name, { id, scopeId: id, recordId: id, standsId: v.nullable(id) });
}

export type Twin = ReturnType<ReturnType<typeof twinsTable>['parse']>;
export type StandIn = ReturnType<ReturnType<typeof standInsTable>['parse']>;
