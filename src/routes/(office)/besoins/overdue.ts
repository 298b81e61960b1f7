import type { Need } from '#capabilities/needs/index.ts';
import type { Promised } from '#capabilities/needs/rules/promises.ts';
import type { GroupRow } from '#capabilities/needs/server/reads.ts';

/** What waits too long, for the coordinator: needs without an answer, promises that have passed, groups to look at again. */
export type Overdue = Readonly<{
	days: number;
	needs: readonly (Need & Readonly<{ organisation: string; group: GroupRow | undefined }>)[];
	promises: readonly Promised[];
	again: readonly GroupRow[];
}>;
