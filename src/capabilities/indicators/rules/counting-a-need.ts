import type { IndicatorKey } from './definitions.ts';

/** The indicators a need counts in: answered when its answer is dated, supported and trained when somebody came to a session for it. */
export function countingANeed({ isAnswered, came }: Readonly<{ isAnswered: boolean; came: number }>): readonly IndicatorKey[] {
	return [...(isAnswered ? (['needs-answered'] as const) : []), ...(came > 0 ? (['organisations-supported', 'people-trained'] as const) : [])];
}
