/** An indicator of the thread: which happenings it counts, and how. Words are in messages, under the same key. */
export type Indicator = Readonly<{ key: IndicatorKey; number: string; factKind: string; counts: 'organisations' | 'persons' | 'answers' }>;

export type IndicatorKey = 'organisations-supported' | 'people-trained' | 'needs-answered';

/** The indicators, in the order of the thread: who asked and was answered, who was supported, who was trained. */
export const INDICATORS: readonly Indicator[] = [
	{ key: 'needs-answered', number: '1.1', factKind: 'needs.answered', counts: 'answers' },
	{ key: 'organisations-supported', number: '1.2', factKind: 'training.attended', counts: 'organisations' },
	{ key: 'people-trained', number: '1.3', factKind: 'training.attended', counts: 'persons' },
];

/** The indicator of that key; `undefined` when there is none. */
export function indicatorOf(key: string): Indicator | undefined {
	return INDICATORS.find((indicator) => indicator.key === key);
}
