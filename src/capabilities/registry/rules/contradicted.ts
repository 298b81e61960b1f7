import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { FormerName, Headcount, LegalAct, LifeState, Mandate, Meeting, Membership, OwnFunds, Work } from '../schema.ts';
import { comparableName } from './comparable-name.ts';
import { contradiction } from './life-state.ts';
import { countedTwice } from './members-after.ts';

/** A line of the history by what it tells. */
export type LineOf = Readonly<{
	act: LegalAct;
	name: FormerName;
	life: LifeState;
	count: Headcount;
	work: Work;
	mandate: Mandate;
	meeting: Meeting;
	network: Membership;
	funds: OwnFunds;
}>;
export type LineKind = keyof LineOf;
export const LINES = ['act', 'name', 'life', 'count', 'work', 'mandate', 'meeting', 'network', 'funds'] as const satisfies readonly LineKind[];

type Check<K extends LineKind> = (line: LineOf[K], standing: readonly LineOf[K][]) => Refusal | undefined;

const CHECKS: { readonly [K in LineKind]: Check<K> } = {
	act: (act, standing) => {
		const same = standing.find(({ kind, number }) => kind === act.kind && number.toLowerCase() === act.number.toLowerCase());
		return same && refuse('registry.act-twice', { number: same.number, on: same.actedOn });
	},
	name: () => undefined,
	life: contradiction,
	count: countedTwice,
	work: (work, standing) => {
		const told = (one: Work) => [one.theme, comparableName(one.service), one.placeScheme, one.placeCode].join(' ');
		const same = standing.find((one) => told(one) === told(work) && overlaps(spanOf(one), spanOf(work)));
		return ended(spanOf(work)) ?? (same && refuse('registry.told-twice', { since: same.sinceOn }));
	},
	mandate: (mandate, standing) => {
		const told = ({ organ, duty, fullName }: Mandate) => [organ, comparableName(duty), comparableName(fullName)].join(' ');
		const span = ({ fromOn, untilOn }: Mandate) => ({ from: fromOn, until: untilOn });
		const same = standing.find((one) => told(one) === told(mandate) && overlaps(span(one), span(mandate)));
		return ended(span(mandate)) ?? (same && refuse('registry.told-twice', { since: same.fromOn }));
	},
	meeting: (meeting, standing) => {
		const same = standing.find(({ organ, heldOn }) => organ === meeting.organ && heldOn === meeting.heldOn);
		return same && refuse('registry.same-day', { on: same.heldOn });
	},
	network: (membership, standing) => {
		const same = standing.find(
			(one) => comparableName(one.network) === comparableName(membership.network) && overlaps(spanOf(one), spanOf(membership)),
		);
		return ended(spanOf(membership)) ?? (same && refuse('registry.told-twice', { since: same.sinceOn }));
	},
	funds: (funds, standing) => {
		const same = standing.find(({ year }) => year === funds.year);
		return same && refuse('registry.year-twice', { year: String(same.year) });
	},
};

/**
 * Refuses a line that contradicts those of its kind that stand: the same act, day or year told twice, one work or duty twice
 * at one time, an end before its beginning, life after dissolution.
 */
export function contradicted<K extends LineKind>(what: K, line: LineOf[K], lines: readonly LineOf[K][]): Refusal | undefined {
	return CHECKS[what](
		line,
		lines.filter(({ id, struck }) => !struck && id !== line.id),
	);
}

type Span = Readonly<{ from: string; until: string | null }>;

function spanOf({ sinceOn, untilOn }: Pick<Work, 'sinceOn' | 'untilOn'>): Span {
	return { from: sinceOn, until: untilOn };
}

function overlaps(one: Span, other: Span): boolean {
	return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}

function ended({ from, until }: Span): Refusal | undefined {
	return until !== null && until < from ? refuse('registry.ends-before', { field: 'untilOn' }) : undefined;
}
