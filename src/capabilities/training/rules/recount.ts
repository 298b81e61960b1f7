import type { Asked } from '../activity-schema.ts';

const LEAST_ASKED = 5;

/** Below or above this share of confirmed persons a recount differs too much to be published without a word (DQA practice, standards-reporting 6). */
export const LEAST_CONFIRMED = 0.9;

/**
 * Whom to ask again, of those who were noted present: the square root of their number, five at least, all when there are fewer.
 * Which ones follows from the session's number, so that neither who declares nor who verifies chooses them.
 */
export function sampleToAsk(sessionId: string, enrolmentIds: readonly string[]): readonly string[] {
	const size = Math.min(enrolmentIds.length, Math.max(LEAST_ASKED, Math.ceil(Math.sqrt(enrolmentIds.length))));
	return [...new Set(enrolmentIds)]
		.map((id) => ({ id, at: scattered(`${sessionId} ${id}`) }))
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
		.slice(0, size)
		.map(({ id }) => id);
}

/** Of those asked, how many were reached and how many of these said they were there; nobody reached confirms nothing. */
export function countedAgain(sample: readonly Asked[]): Readonly<{ asked: number; confirmed: number }> {
	return {
		asked: sample.filter(({ found }) => found !== 'not-reached').length,
		confirmed: sample.filter(({ found }) => found === 'agrees').length,
	};
}

/** The verification factor: recounted over declared. 0.9 to 1.1 is held to agree. */
export function verificationFactor(asked: number, confirmed: number): number {
	return asked === 0 ? 0 : confirmed / asked;
}

/** Whether a recount differs from what was declared by more than a tenth. */
export function differsTooMuch(asked: number, confirmed: number): boolean {
	const factor = verificationFactor(asked, confirmed);
	return factor < LEAST_CONFIRMED || factor > 2 - LEAST_CONFIRMED;
}

// FNV-1a, 32 bits: it scatters, and hides nothing.
function scattered(text: string): number {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return hash;
}
