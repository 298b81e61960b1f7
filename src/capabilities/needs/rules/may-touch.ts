import type { Need } from '../schema.ts';

/**
 * Who of those who ask may correct a need or take it back: its organisation ("author") what is its own, a team what was relayed.
 * Nobody once it was answered or taken back.
 */
export function mayTouch(
	need: Pick<Need, 'answeredOn' | 'earlierAnswers' | 'takenBackOn' | 'relayedBy'>,
	{ speaks, relays }: Readonly<{ speaks: boolean; relays: boolean }>,
): 'author' | 'team' | undefined {
	if (need.answeredOn || need.takenBackOn || need.earlierAnswers.length > 0) return undefined;
	if (speaks) return 'author';
	return relays && need.relayedBy ? 'team' : undefined;
}
