/** One thing that speaks for two records being of one, or against it, and how much. `key` ends the key of its sentence. */
export type Reason = Readonly<{ key: string; weight: number }>;

/** How likely two records are of one (0 to 1), with what speaks for it and against it, the weightiest first. */
export type Likeness = Readonly<{ score: number; reasons: readonly string[] }>;

/** From here on a pair is proposed to a person. */
export const PROPOSED_FROM = 0.5;

/** Whether a reason speaks for two records being one; else it speaks against, or says that little is known. */
export function speaksFor(reason: string): boolean {
	return /^(same|near|former)-/.test(reason);
}

/** Sums up what speaks for and against. The weights are logarithms of odds, chosen by hand and measured on the labelled lists. */
export function likenessFrom(name: number, evidence: readonly (Reason | false | undefined)[]): Likeness {
	const reasons = evidence.filter((reason) => typeof reason === 'object');
	const odds = name + reasons.reduce((sum, { weight }) => sum + weight, 0);
	return {
		score: 1 / (1 + Math.exp(-odds)),
		reasons: reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ key }) => key),
	};
}

/** What the likeness of two names weighs, in logarithms of odds: never more against than `least`. */
export function nameWeight(likeness: number, { slope, even, least }: Readonly<{ slope: number; even: number; least: number }>): number {
	return Math.max(least, slope * (likeness - even));
}
