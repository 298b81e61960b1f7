import type { CalendarDate } from '#kernel/calendar-date.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { LifeState } from '../schema.ts';

type Stated = Pick<LifeState, 'state' | 'sinceOn' | 'struck'>;

/** Whether an organisation lives on a day: the state last stated for it; `undefined` when nothing was. */
export function lifeStateOn(day: CalendarDate, stated: readonly Stated[]): LifeState['state'] | undefined {
	const standing = stated.filter(({ sinceOn, struck }) => !struck && sinceOn <= day);
	return standing.reduce<Stated | undefined>((last, one) => (last && last.sinceOn >= one.sinceOn ? last : one), undefined)?.state;
}

/**
 * Refuses a state that contradicts those that stand: one day says one thing, nothing lives after its dissolution, and
 * nothing dissolves before it lived.
 */
export function contradiction(one: Pick<Stated, 'state' | 'sinceOn'>, standing: readonly Stated[]): Refusal | undefined {
	const others = standing.filter(({ struck }) => !struck);
	if (others.some(({ sinceOn }) => sinceOn === one.sinceOn)) return refuse('registry.same-day', { on: one.sinceOn });
	const dissolved = others.find(({ state, sinceOn }) => state === 'dissolved' && sinceOn < one.sinceOn);
	if (dissolved) return refuse('registry.dissolved-since', { since: dissolved.sinceOn });
	const lived = one.state === 'dissolved' ? others.find(({ sinceOn }) => sinceOn > one.sinceOn) : undefined;
	return lived && refuse('registry.lived-after', { since: lived.sinceOn });
}
