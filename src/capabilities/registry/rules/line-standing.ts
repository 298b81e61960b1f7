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
	const ids = new Set(registered.map(({ id }) => id));
	const alike = Map.groupBy(
		lines.filter((line) => isWhole(line) && line.leftBecause === '' && !line.taken && line.decided !== 'same'),
		({ fields }) => faceOf(fields),
	);
	return new Map(lines.map((line) => [line.id, standingOf(line, { byFace, ids, alike: alike.get(faceOf(line.fields)) ?? [] })]));
}

/** How many lines stand where. */
export function countStandings(standings: Iterable<Standing>): Readonly<Record<Standing['state'], number>> {
	const counts = { 'to-correct': 0, 'to-decide': 0, ready: 0, known: 0, left: 0, taken: 0 };
	for (const { state } of standings) counts[state] += 1;
	return counts;
}

type Beside = Readonly<{ byFace: ReadonlyMap<string, Id>; ids: ReadonlySet<Id>; alike: readonly Line[] }>;

function standingOf(line: Line, { byFace, ids, alike }: Beside): Standing {
	if (line.taken) return { state: 'taken', knownAs: line.organisationId };
	if (line.leftBecause !== '') return { state: 'left' };
	if (line.decided === 'same' && line.sameAsId) return { state: 'known', knownAs: line.sameAsId };
	const knownAs = byFace.get(faceOf(line.fields)) ?? (ids.has(line.organisationId) ? line.organisationId : undefined);
	if (isWhole(line) && knownAs) return { state: 'known', knownAs };
	if (!isWhole(line)) return { state: 'to-correct' };
	const against = alike.filter((other) => said(other.fields) !== said(line.fields)).map(({ number }) => number);
	if (against.length > 0) return { state: 'to-correct', against };
	const first = Math.min(...alike.map(({ number }) => number));
	if (first < line.number) return { state: 'known', sameAsLine: first };
	return { state: line.candidates.length > 0 && line.decided === '' ? 'to-decide' : 'ready' };
}

function isWhole({ faults, fields }: Pick<ImportLine, 'faults' | 'fields'>): boolean {
	return faults.length === 0 && v.is(wholeFields, fields);
}

function faceOf({ name, placeScheme, placeCode }: Pick<LineFields, 'name' | 'placeScheme' | 'placeCode'>): string {
	return `${placeScheme}:${placeCode} ${comparableName(name)}`;
}

// What two lines must agree on to be one: all that would be written.
function said(fields: LineFields): string {
	return JSON.stringify(Object.entries({ ...fields, name: comparableName(fields.name) }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
