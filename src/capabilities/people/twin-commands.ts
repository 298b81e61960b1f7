import * as v from 'valibot';
import type { Id } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import type { Records } from '#platform/commands/records.ts';
import { day, id, type Table } from '#platform/commands/table.ts';
import { programmes } from '../programme/index.ts';
import { allOf, nextRank, standingFor } from './rules/twins/one-of-several.ts';
import type { StandIn, Twin } from './rules/twins/twin-tables.ts';

/** What has twins: its tables, who decides, and the scopes that hold a record, the narrowest first. */
export type Twinned = Readonly<{
	twins: Table<Twin>;
	standIns: Table<StandIn>;
	permission: string;
	scopesOf: (records: Records, record: Id) => Promise<readonly Id[]>;
}>;

const decided = { programmeId: id, twinId: id, on: day };

/**
 * Declares a command that tells that two records are one, and which of the two names stands. Nothing moves: each keeps its
 * rows, its scope and its rights, and figures count them once from then on. Refuses two that are one already.
 */
export function markingSame(name: `${string}.${string}`, of: Twinned) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission: of.permission,
		input: v.object({ ...decided, id, stands: v.picklist(['one', 'other']) }),
		scope: ({ twinId }) => scopeOf(of.twins, twinId),
		// Two decisions of one programme may concern the same records: they come one after the other.
		locks: ({ programmeId }) => [[programmes, programmeId]],
		gather: (records, { twinId }) => gathered(of, records, twinId),

		decide({ twin, merged, before, scopes }, { id: spareId, programmeId, stands, on }, { personId }): Decision {
			if (typeof twin !== 'object' || twin.programmeId !== programmeId) return refuse('platform.not-permitted');
			if (allOf(merged, twin.oneId).includes(twin.otherId)) return refuse('people.already-one');
			const standsId = standingFor(merged, stands === 'one' ? twin.oneId : twin.otherId);
			const now: Twin = { ...twin, state: 'merged', standsId, rank: nextRank(merged), decidedOn: on, decidedBy: personId };
			return settled({ of, twin: now, merged: [...merged, now], before, scopes, spareId });
		},
	});
}

/** Declares a command that takes back that two records are one: each is what it was. Refuses two that were not told to be one. */
export function markingApart(name: `${string}.${string}`, of: Twinned) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission: of.permission,
		input: v.object({ ...decided, id }),
		scope: ({ twinId }) => scopeOf(of.twins, twinId),
		locks: ({ programmeId }) => [[programmes, programmeId]],
		gather: (records, { twinId }) => gathered(of, records, twinId),

		decide({ twin, merged, before, scopes }, { id: spareId, programmeId }): Decision {
			if (typeof twin !== 'object' || twin.programmeId !== programmeId) return refuse('platform.not-permitted');
			if (twin.state !== 'merged') return refuse('people.not-one');
			const now: Twin = { ...twin, state: 'proposed', standsId: null, rank: 0, decidedOn: null, decidedBy: null };
			return settled({ of, twin: now, merged: merged.filter(({ id }) => id !== twin.id), before, scopes, spareId });
		},
	});
}

/** Declares a command that tells that two records are two: they are not proposed again. Refuses two that are one, or told apart already. */
export function markingTwo(name: `${string}.${string}`, of: Twinned) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission: of.permission,
		input: v.object(decided),
		scope: ({ twinId }) => scopeOf(of.twins, twinId),
		locks: ({ programmeId }) => [[programmes, programmeId]],
		gather: async (records, { twinId }) => ({ twin: await records.find(of.twins, twinId) }),

		decide({ twin }, { programmeId, on }, { personId }): Decision {
			if (typeof twin !== 'object' || twin.programmeId !== programmeId) return refuse('platform.not-permitted');
			if (twin.state === 'merged') return refuse('people.one-now');
			if (twin.state === 'different') return refuse('people.two-already');
			return { writes: [put(of.twins, { ...twin, state: 'different', decidedOn: on, decidedBy: personId })] };
		},
	});
}

type Gathered = Readonly<{
	twin: Twin | undefined | 'unknown';
	/** The merged pairs among all that are one with either record. */
	merged: readonly Twin[];
	before: ReadonlyMap<Id, StandIn>;
	scopes: ReadonlyMap<Id, readonly Id[]>;
}>;

async function gathered(of: Twinned, records: Records, twinId: Id): Promise<Gathered> {
	const twin = await records.find(of.twins, twinId);
	if (typeof twin !== 'object') return { twin, merged: [], before: new Map(), scopes: new Map() };
	const merged = new Map<Id, Twin>();
	const all = new Set([twin.oneId, twin.otherId]);
	// A set that grows while it is walked is walked to its new end.
	for (const record of all)
		for (const pair of await pairsOf(of, records, record)) {
			merged.set(pair.id, pair);
			all.add(pair.oneId).add(pair.otherId);
		}
	const standing = await Promise.all([...all].map((recordId) => records.list(of.standIns, { recordId })));
	const scopes = await Promise.all([...all].map(async (record) => [record, await of.scopesOf(records, record)] as const));
	return { twin, merged: [...merged.values()], before: new Map(standing.flat().map((row) => [row.recordId, row])), scopes: new Map(scopes) };
}

async function pairsOf({ twins }: Twinned, records: Records, record: Id): Promise<readonly Twin[]> {
	const found = await Promise.all([
		records.list(twins, { oneId: record, state: 'merged' }),
		records.list(twins, { otherId: record, state: 'merged' }),
	]);
	return found.flat();
}

type Settling = Pick<Gathered, 'merged' | 'before' | 'scopes'> & Readonly<{ of: Twinned; twin: Twin; spareId: Id }>;

// Whoever stands for each record after the decision: its row, and what figures count it as. Only one record, the one that stood
// until now, may have no row yet: the spare id is for it.
function settled({ of, twin, merged, before, scopes, spareId }: Settling): Decision {
	const changed = [...scopes.keys()].flatMap((recordId) => {
		const standing = standingFor(merged, recordId);
		const row = before.get(recordId);
		const standsId = standing === recordId ? null : standing;
		if ((row?.standsId ?? null) === standsId) return [];
		return [{ row, becomes: { id: row?.id ?? spareId, scopeId: narrowestOf(scopes, recordId, standing), recordId, standsId } }];
	});
	return {
		writes: [put(of.twins, twin), ...changed.map(({ row, becomes }) => addOrPut(of.standIns, row, becomes))],
		same: changed.map(({ becomes: { recordId, standsId } }) => ({ id: recordId, countedAs: standsId })),
	};
}

/** The narrowest scope that holds two records; each says its own scopes, the narrowest first. The last, their programme's, holds both. */
function narrowestOf(scopes: ReadonlyMap<Id, readonly Id[]>, one: Id, other: Id): Id {
	return narrowestScope(scopes.get(one) ?? [], scopes.get(other) ?? []);
}

/** The narrowest scope that two lists of scopes, each from the narrowest to the widest, have in common. Throws when there is none. */
export function narrowestScope(one: readonly Id[], other: readonly Id[]): Id {
	const found = one.find((scope) => other.includes(scope));
	if (!found) throw new Error('Two records of one programme are held by no common scope');
	return found;
}
