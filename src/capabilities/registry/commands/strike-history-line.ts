import * as v from 'valibot';
import type { Id } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import { id, type Row, type Table } from '#platform/commands/table.ts';
import { contradiction } from '../rules/life-state.ts';
import { countedTwice, membersAfter } from '../rules/members-after.ts';
import { formerNames, headcounts, legalActs, lifeStates, organisations, type Headcount, type LifeState } from '../schema.ts';

export const LINES = ['act', 'name', 'life', 'count'] as const;

/** A line of the history, as far as striking it out goes. */
type Line = Row & Readonly<{ organisationId: Id; struck: boolean }> & Partial<Pick<LifeState, 'state' | 'sinceOn'> & Pick<Headcount, 'countedOn'>>;

// Striking out reads and writes what all four have in common; the runner checks the whole row against its own table.
const TABLES = { act: legalActs, name: formerNames, life: lifeStates, count: headcounts } as unknown as Readonly<
	Record<(typeof LINES)[number], Table<Line>>
>;

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
			return {
				organisation: await records.find(organisations, organisationId),
				line: await records.find(TABLES[what], lineId),
				counts: what === 'count' ? await records.list(headcounts, { organisationId }) : [],
				standing: what === 'life' && !struck ? await records.list(lifeStates, { organisationId, struck: false }) : [],
			};
		},

		decide({ organisation, line, counts, standing }, { organisationId, what, lineId }): Decision {
			if (typeof organisation !== 'object' || typeof line !== 'object' || line.organisationId !== organisationId)
				return refuse('platform.not-permitted');
			if (line.struck === struck) return refuse(struck ? 'registry.struck-already' : 'registry.not-struck');
			const against = struck ? undefined : contradicted(line, { standing, counts });
			if (against) return against;
			const after = counts.map((count) => (count.id === lineId ? { ...count, struck } : count));
			return {
				writes: [
					put(TABLES[what], { ...line, struck }),
					...(what === 'count' ? [put(organisations, { ...organisation, ...membersAfter(organisation, after) })] : []),
				],
			};
		},
	});
}

type Beside = Readonly<{ standing: readonly LifeState[]; counts: readonly Headcount[] }>;

function contradicted({ state, sinceOn, countedOn }: Line, { standing, counts }: Beside): Refusal | undefined {
	if (countedOn) return countedTwice({ countedOn }, counts);
	return state && sinceOn ? contradiction({ state, sinceOn }, standing) : undefined;
}

/** Strikes out a line of an organisation's history that was written by mistake: it counts no more, and stays readable. */
export const strikeHistoryLine = markingLine('registry.strike-history-line', true);

/** Restores a line that was struck out. Refuses one that contradicts a line written meanwhile. */
export const restoreHistoryLine = markingLine('registry.restore-history-line', false);
