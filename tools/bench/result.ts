/** One measured thing, with the budget it is held against (none: null). */
export type Result = Readonly<{ name: string; value: number; unit: string; budget: string | null; holds: boolean | null }>;

/** What was measured, with its unit. */
export type Measured = readonly [value: number, unit: string];

/** A result that must not pass a budget. */
export function atMost(name: string, most: number, [value, unit]: Measured): Result {
	return { name, value: rounded(value), unit, budget: `≤ ${most}`, holds: value <= most };
}

/** A result that must reach a budget. */
export function atLeast(name: string, least: number, [value, unit]: Measured): Result {
	return { name, value: rounded(value), unit, budget: `≥ ${least}`, holds: value >= least };
}

/** A result that is only told. */
export function told(name: string, value: number, unit: string): Result {
	return { name, value: rounded(value), unit, budget: null, holds: null };
}

/** The value below which a share (0 to 1) of some numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function rounded(value: number): number {
	return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
