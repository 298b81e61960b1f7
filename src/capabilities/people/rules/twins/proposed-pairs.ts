import { idFor, type Id } from '#kernel/ids.ts';
import { add, put, type Write } from '#platform/commands/command.ts';
import type { Table } from '#platform/commands/table.ts';
import { PROPOSED_FROM, type Likeness } from './likeness.ts';
import type { Twin } from './twin-tables.ts';

/** A record that met another under a key: its id, how likely both are of one, and the narrowest scope that holds both. */
export type Candidate = Readonly<{ id: Id; likeness: Likeness; scopeId: Id }>;

type Of = Readonly<{ twins: Table<Twin>; programmeId: Id; id: Id; known: readonly Twin[]; candidates: readonly Candidate[] }>;

/**
 * Proposes the pairs of a record that are likely enough. A pair that a person decided stays as she decided it; one that was
 * proposed before follows what is known now, and falls out of the list when it is no longer likely.
 */
export function proposedPairs({ twins, programmeId, id, known, candidates }: Of): readonly Write[] {
	return candidates.flatMap((candidate) => {
		const [oneId, otherId] = [id, candidate.id].sort() as [Id, Id];
		const before = known.find((pair) => pair.oneId === oneId && pair.otherId === otherId);
		const reasons = [...candidate.likeness.reasons];
		const score = Math.round(candidate.likeness.score * 100);
		if (before) return before.state === 'proposed' && before.score !== score ? [put(twins, { ...before, score, reasons })] : [];
		if (candidate.likeness.score < PROPOSED_FROM) return [];
		const pair = { id: idFor(`${twins.name} ${oneId} ${otherId}`), scopeId: candidate.scopeId, programmeId, oneId, otherId, score, reasons };
		return [add(twins, { ...pair, state: 'proposed', standsId: null, rank: 0, decidedOn: null, decidedBy: null })];
	});
}
