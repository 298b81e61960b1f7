import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { placeCode, placeScheme, theme, THEMES } from '../programme/index.ts';
import { contactFields } from './contact-fields.ts';
import { ACT_KINDS, headcount, kind } from './schema.ts';

/** The largest list that is imported at once, in lines. */
export const MOST_LINES = 20_000;

const cell = v.pipe(v.string(), v.maxLength(2000));

/** What a line of a list says of an organisation, as far as it was understood: empty or null where it says nothing. */
export const lineFields = v.object({
	...{ name: cell, acronym: cell, formerName: cell, kind: v.nullable(kind), placeScheme, placeCode: cell, colline: cell },
	...{ membersWomen: headcount, membersMen: headcount, countedOn: v.nullable(day) },
	act: v.nullable(v.object({ kind: v.picklist(ACT_KINDS), number: cell, actedOn: v.nullable(day), authority: cell })),
	contacts: v.pipe(v.array(v.object({ fullName: cell, duty: cell, phone: cell, email: cell })), v.maxLength(12)),
	themes: v.pipe(v.array(theme), v.maxLength(THEMES.length)),
	services: v.pipe(v.array(cell), v.maxLength(20)),
});

/** What a line must say before it is registered: a name, a kind, a place, and nothing longer than the registry keeps. */
export const wholeFields = v.object({
	...{ name: line(2, 160), acronym: line(0, 30), formerName: line(0, 160), kind, placeScheme, placeCode, colline: line(0, 80) },
	...{ membersWomen: headcount, membersMen: headcount, countedOn: v.nullable(day) },
	act: v.nullable(v.object({ kind: v.picklist(ACT_KINDS), number: line(1, 80), actedOn: day, authority: line(0, 120) })),
	contacts: v.pipe(v.array(contactFields), v.maxLength(12)),
	themes: v.pipe(v.array(theme), v.maxLength(THEMES.length)),
	services: v.pipe(v.array(line(1, 120)), v.maxLength(20)),
});

/** What was not understood of a line: the field, the sentence that says it, what stood there, and what it may have meant. */
export const fault = v.object({
	field: v.pipe(v.string(), v.maxLength(40)),
	key: v.pipe(v.string(), v.regex(/^registry\.[a-z0-9-]+$/)),
	was: v.pipe(v.string(), v.maxLength(2000)),
	suggestions: v.pipe(v.array(v.object({ value: cell, label: cell })), v.maxLength(12)),
});

/** What was understood otherwise than it stood: the sentence says what stood there and what it became. */
export const note = v.object({
	field: fault.entries.field,
	key: fault.entries.key,
	was: fault.entries.was,
	became: v.pipe(v.string(), v.maxLength(2000)),
});

/** An organisation that a line may mean, and how alike they are (0 to 1). */
export const candidate = v.object({ organisationId: id, likeness: v.number() });

/** A list as it was read: its columns, what each was taken for, and what was mended or passed over while reading. */
export const imports = defineTable('registry.imports', {
	...{ id, scopeId: id, programmeId: id, partnerId: id },
	fileName: v.string(),
	digest: v.string(),
	readOn: day,
	doneOn: v.nullable(day),
	setAside: v.boolean(),
	head: v.array(v.string()),
	columns: v.array(v.string()),
	kindByDefault: v.nullable(kind),
	placeScheme,
	notes: v.array(v.string()),
});

/** One line of a list: its cells, what they were understood to say, and what was decided about it. */
export const importLines = defineTable('registry.import_lines', {
	...{ id, scopeId: id, importId: id },
	number: v.number(),
	cells: v.array(v.string()),
	fields: lineFields,
	faults: v.array(fault),
	notes: v.array(note),
	/** How often it was corrected: a correction that has not seen the last one is refused. */
	corrected: v.number(),
	leftBecause: v.string(),
	candidates: v.array(candidate),
	decided: v.picklist(['', 'same', 'other']),
	/** The id its organisation gets: of this line alone, whatever it is corrected to. */
	organisationId: id,
	sameAsId: v.nullable(id),
	taken: v.boolean(),
});

/** What a command is given of a line that was read. */
export const readLine = v.object({
	...{ id, organisationId: id, number: v.pipe(v.number(), v.integer(), v.minValue(1)) },
	cells: v.pipe(v.array(cell), v.maxLength(60)),
	fields: lineFields,
	faults: v.pipe(v.array(fault), v.maxLength(60)),
	notes: v.pipe(v.array(note), v.maxLength(60)),
	candidates: v.pipe(v.array(candidate), v.maxLength(8)),
});

export type Import = ReturnType<typeof imports.parse>;
export type ImportLine = ReturnType<typeof importLines.parse>;
export type LineFields = v.InferOutput<typeof lineFields>;
