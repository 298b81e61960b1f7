import { OPINIONS, type Evaluation } from '../../test-schema.ts';

/** One part of a bar: an answer, how many gave it, its share in percent, and whether its word fits on it. */
export type OpinionPart = Readonly<{ opinion: (typeof OPINIONS)[number]; count: number; percent: number; isWide: boolean }>;

/** The bar of one aspect: its parts from the poorest answer to the best, without those nobody gave, and how many answered. */
export type OpinionBar = Readonly<{ key: Evaluation['aspects'][number]['key']; answers: number; parts: readonly OpinionPart[] }>;

// On a phone the longest word of an answer needs about a third of the bar.
const LEAST_FOR_WORD = 34;

/** The bar of one aspect of an evaluation. */
export function opinionBar({ key, counts }: Evaluation['aspects'][number]): OpinionBar {
	const answers = counts.reduce((sum, each) => sum + each, 0);
	const parts = OPINIONS.map((opinion, at) => {
		const count = counts[at] ?? 0;
		const percent = answers === 0 ? 0 : Math.round((count * 100) / answers);
		return { opinion, count, percent, isWide: percent >= LEAST_FOR_WORD };
	});
	return { key, answers, parts: parts.filter(({ count }) => count > 0) };
}
