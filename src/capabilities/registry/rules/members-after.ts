import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Headcount, Organisation } from '../schema.ts';

type Members = Pick<Organisation, 'membersWomen' | 'membersMen'>;

/**
 * The members an organisation's page shows: those of its latest count that is not struck out, or what it showed when there
 * is none. A day has one count.
 */
export function membersAfter(shown: Members, counts: readonly Headcount[]): Members {
	const standing = counts.filter(({ struck }) => !struck);
	const [first, ...others] = standing;
	if (!first) return { membersWomen: shown.membersWomen, membersMen: shown.membersMen };
	const { women, men } = others.reduce((best, count) => (count.countedOn > best.countedOn ? count : best), first);
	return { membersWomen: women, membersMen: men };
}

/** Refuses a second count of one day, unless the first is struck out. */
export function countedTwice(one: Pick<Headcount, 'countedOn'>, counts: readonly Headcount[]): Refusal | undefined {
	const same = counts.find(({ countedOn, struck }) => !struck && countedOn === one.countedOn);
	return same && refuse('registry.same-day', { on: same.countedOn });
}
