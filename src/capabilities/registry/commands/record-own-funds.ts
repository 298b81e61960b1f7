import * as v from 'valibot';
import { line } from '#platform/commands/words.ts';
import { addingLine } from '../history-lines.ts';

/** Writes what an organisation had of its own in a year, in whole francs, and from what. A year is told once. */
export const recordOwnFunds = addingLine('registry.record-own-funds', 'funds', {
	year: v.pipe(v.number(), v.integer(), v.minValue(1960), v.maxValue(2100)),
	francs: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000_000_000)),
	source: line(0, 160),
});
