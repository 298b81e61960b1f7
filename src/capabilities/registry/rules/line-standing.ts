import * as v from 'valibot';
import type { Id } from '#kernel/ids.ts';
import { wholeFields, type ImportLine, type LineFields } from '../import-schema.ts';
import type { Organisation } from '../schema.ts';
import { comparableName } from './comparable-name.ts';

/** Where a line of a list stands, in the order in which they are looked at. */
export const STANDINGS = ['to-correct', 'to-decide', 'ready', 'known', 'left', 'taken'] as const;

/** Where a line stands; `with` names the organisation or the line it is one with, `against` the lines it contradicts. */
export type Standing = Readonly<{
	state: (typeof STANDINGS)[number];
	knownAs?: Id | undefined;
	sameAsLine?: number | undefined;
	against?: readonly number[] | undefined;
}>;

/** What is looked at of a line: what it says, not the cells it said it in. */
type Line = Omit<ImportLine, 'cells'>;
type Registered = Pick<Organisation, 'id' | 'name' | 'placeScheme' | 'placeCode'>;

/**
 * Says where each line of a list stands, beside the others and the organisations the partner accompanies.
 * It depends on what lines say, never on their order: of lines that say the same the one with the smallest number counts,
 * and lines that give one organisation different faces are all to be corrected. Returns the standing of each line by its id.
 */
export function lineStandings(lines: readonly Line[], registered: readonly Registered[]): ReadonlyMap<Id, Standing> {
	const byFace = new Map(registered.map((one) => [faceOf(one), one.id]));
	const faces = new Map<string, Map<string, number[]>>();
	const looked = lines.map((line) => ({ line, face: faceOf(line.fields), said: saidBy(line.fields), whole: isWhole(line) }));
	for (const { line, face, said, whole } of looked) {
		if (!whole || line.leftBecause !== '' || line.taken || line.decided === 'same') continue;
		const sayings = faces.get(face) ?? new Map<string, number[]>();
		sayings.set(said, smallest([...(sayings.get(said) ?? []), line.number]));
		faces.set(face, sayings);
	}
	return new Map(looked.map((one) => [one.line.id, standingOf(one, { knownAs: byFace.get(one.face), sayings: faces.get(one.face) ?? new Map() })]));
}

// How many of the lines that contradict one are named.
const MOST_TOLD = 10;

function smallest(numbers: readonly number[]): number[] {
	return [...numbers].sort((a, b) => a - b).slice(0, MOST_TOLD);
}

/** How many lines stand where. */
export function countStandings(standings: Iterable<Standing>): Readonly<Record<Standing['state'], number>> {
	const counts = { 'to-correct': 0, 'to-decide': 0, ready: 0, known: 0, left: 0, taken: 0 };
	for (const { state } of standings) counts[state] += 1;
	return counts;
}

type Looked = Readonly<{ line: Line; face: string; said: string; whole: boolean }>;
// What lines of one face say, each with the numbers of those that say it, the smallest first.
type Beside = Readonly<{ knownAs: Id | undefined; sayings: ReadonlyMap<string, readonly number[]> }>;

function standingOf({ line, said, whole }: Looked, { knownAs, sayings }: Beside): Standing {
	if (line.taken) return { state: 'taken', knownAs: line.organisationId };
	if (line.leftBecause !== '') return { state: 'left' };
	if (line.decided === 'same' && line.sameAsId) return { state: 'known', knownAs: line.sameAsId };
	if (!whole) return { state: 'to-correct' };
	if (knownAs) return { state: 'known', knownAs };
	if (sayings.size > 1) return { state: 'to-correct', against: othersThan(said, sayings) };
	const first = Math.min(...(sayings.get(said) ?? [line.number]));
	if (first < line.number) return { state: 'known', sameAsLine: first };
	return { state: line.candidates.length > 0 && line.decided === '' ? 'to-decide' : 'ready' };
}

function othersThan(said: string, sayings: ReadonlyMap<string, readonly number[]>): readonly number[] {
	const told: number[] = [];
	for (const [other, numbers] of sayings) {
		if (other !== said) told.push(...numbers);
		if (told.length >= MOST_TOLD) break;
	}
	return told.slice(0, MOST_TOLD);
}

function isWhole({ faults, fields }: Pick<ImportLine, 'faults' | 'fields'>): boolean {
	return faults.length === 0 && v.is(wholeFields, fields);
}

function faceOf({ name, placeScheme, placeCode }: Pick<LineFields, 'name' | 'placeScheme' | 'placeCode'>): string {
	return `${placeScheme}:${placeCode} ${comparableName(name)}`;
}

// What two lines must agree on to be one: all that would be written.
function saidBy(fields: LineFields): string {
	return JSON.stringify(Object.entries({ ...fields, name: comparableName(fields.name) }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
