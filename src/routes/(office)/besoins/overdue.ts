import { today } from '#app/form.ts';
import type { Id } from '#kernel/ids.ts';
import type { Need } from '#capabilities/needs/index.ts';
import { isOverdue, waitsSince } from '#capabilities/needs/rules/overdue.ts';
import { promisesOf, type Promised } from '#capabilities/needs/rules/promises.ts';
import { weightingNow } from '#capabilities/needs/server/headings.ts';
import type { GroupRow } from '#capabilities/needs/server/reads.ts';
import type { Reading } from '#platform/reading/reading.ts';

type WaitingNeed = Need & Readonly<{ organisation: string; group: GroupRow | undefined }>;

/** What waits too long, for the coordinator: needs without an answer, promises that have passed, groups to look at again. */
export type Overdue = Readonly<{ days: number; needs: readonly WaitingNeed[]; promises: readonly Promised[]; again: readonly GroupRow[] }>;

type Looked = Readonly<{ needs: readonly WaitingNeed[]; groups: readonly GroupRow[] }>;

/** Finds among needs and groups what waits too long by the programme's own setting, the longest first. */
export async function overdueOf(reading: Reading, programmeId: Id, { needs, groups }: Looked): Promise<Overdue> {
	const { days } = await weightingNow(reading, programmeId);
	const late = needs.filter((need) => isOverdue(need, need.group, { days, today: today() }));
	const promises = groups.flatMap((group) => promisesOf(group, today()));
	return {
		days,
		needs: late.sort((a, b) => (waitsSince(a, a.group) < waitsSince(b, b.group) ? -1 : 1)),
		promises: promises.filter(({ state, what }) => state === 'late' && what !== 'look-again'),
		again: groups.filter(({ decision, lookAgainOn }) => decision === 'deferred' && lookAgainOn !== null && lookAgainOn <= today()),
	};
}
