import { refuse, type Refusal } from '#kernel/refusal.ts';

/**
 * The answers that were filled in, and which of them is right. Takes what was typed in each box and the place of the right one.
 * Refuses when none is right, or an empty one.
 */
export function filledChoices(typed: readonly string[], right: string): Readonly<{ choices: readonly string[]; answer: number }> | Refusal {
	const filled = typed.map((words, at) => ({ words: words.trim(), at })).filter(({ words }) => words !== '');
	const answer = filled.findIndex(({ at }) => String(at) === right);
	return answer < 0 ? refuse('training.no-right-choice', { field: 'right' }) : { choices: filled.map(({ words }) => words), answer };
}
