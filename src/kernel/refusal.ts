/** What may stand in a sentence of refusal: names and numbers the person may see. */
export type RefusalParams = Readonly<Record<string, string | number | boolean>>;

/** An answer "no", with the key of the sentence people read. */
export type Refusal = Readonly<{ kind: 'refusal'; key: string; params: RefusalParams }>;

/**
 * Says no.
 * Takes the key of the message people read and what stands in it; returns the refusal, which is a value and is never thrown.
 */
export function refuse(key: string, params: RefusalParams = {}): Refusal {
	return { kind: 'refusal', key, params };
}

/** Tells whether an answer is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
	return typeof answer === 'object' && answer !== null && (answer as { kind?: unknown }).kind === 'refusal';
}
