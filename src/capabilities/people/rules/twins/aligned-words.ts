/** A word of a name, as it is heard, and how much it says: 1 for one that tells this name from others. */
export type WeighedWord = Readonly<{ word: string; heard: string; weight: number }>;

/** What two names have in common, and what each says alone, in weights. */
export type Alignment = Readonly<{ met: number; alone: readonly [number, number] }>;

/**
 * Lays the words of two names over each other in any order, the closest first; each word is used once.
 * Takes how alike two words are (0: not at all). Returns what met, and what was left alone on either side.
 */
export function alignedWords(
	one: readonly WeighedWord[],
	other: readonly WeighedWord[],
	alike: (a: WeighedWord, b: WeighedWord) => number,
): Alignment {
	const pairs = one
		.flatMap((a, i) => other.map((b, j) => ({ i, j, weight: Math.min(a.weight, b.weight), alike: alike(a, b) })))
		.filter((pair) => pair.alike > 0)
		.sort((a, b) => b.alike * b.weight - a.alike * a.weight || b.alike - a.alike);
	const [mine, theirs] = [new Set<number>(), new Set<number>()];
	let met = 0;
	for (const pair of pairs) {
		if (mine.has(pair.i) || theirs.has(pair.j)) continue;
		mine.add(pair.i);
		theirs.add(pair.j);
		met += pair.weight * pair.alike;
	}
	return { met, alone: [aloneOf(one, mine), aloneOf(other, theirs)] };
}

function aloneOf(words: readonly WeighedWord[], used: ReadonlySet<number>): number {
	return words.reduce((sum, { weight }, at) => sum + (used.has(at) ? 0 : weight), 0);
}

const BOTH_SAY_MORE = 1.6;
const ONE_SAYS_MORE = 0.45;

/**
 * How alike two names are, from 0 to 1. Where only one says more, it may be the same said in full; where both say more, each
 * says something else: "Femmes de Mushasha" and "Femmes de Mungwa" are two.
 */
export function nameLikeness({ met, alone: [mine, theirs] }: Alignment): number {
	if (met === 0) return 0;
	return met / (met + BOTH_SAY_MORE * Math.min(mine, theirs) + ONE_SAYS_MORE * Math.max(mine, theirs));
}
