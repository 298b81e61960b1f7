import type { Labelled } from './labelled.ts';

/** What a judgement found on a labelled list. */
export type Measured = Readonly<{ pairs: number; precision: number; recall: number; missed: readonly string[]; wrong: readonly string[] }>;

/** Lets a judgement say of each pair whether it would propose it, and counts. Cases are named as they are in the list. */
export function measured<R>(list: readonly Labelled<R>[], proposes: (one: R, other: R) => boolean, nameOf: (record: R) => string): Measured {
	const judged = list.map((pair) => ({ ...pair, proposed: proposes(pair.one, pair.other) }));
	const named = ({ kind, one, other }: Labelled<R>) => `${kind}: ${nameOf(one)} | ${nameOf(other)}`;
	const right = judged.filter(({ same, proposed }) => same && proposed).length;
	return {
		pairs: list.length,
		precision: right / judged.filter(({ proposed }) => proposed).length,
		recall: right / judged.filter(({ same }) => same).length,
		missed: judged.filter(({ same, proposed }) => same && !proposed).map(named),
		wrong: judged.filter(({ same, proposed }) => !same && proposed).map(named),
	};
}

/** Says it in a line, with the cases it got wrong. */
export function inWords(what: string, { pairs, precision, recall, missed, wrong }: Measured): string {
	const shares = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
	return [`${what}: ${pairs} labelled pairs, ${shares}`, ...missed.map((one) => `  missed ${one}`), ...wrong.map((one) => `  wrong ${one}`)].join(
		'\n',
	);
}
