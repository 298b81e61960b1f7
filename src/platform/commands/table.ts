import * as v from 'valibot';
import { isId, type Id } from '#kernel/ids.ts';
import { isCalendarDate, type CalendarDate } from '#kernel/calendar-date.ts';

/** A record of a table: an id that no other table shares, and the scope that owns it. */
export type Row = Readonly<{ id: Id; scopeId: Id }>;

/** Fields with the names of their columns: `halfDay` → `half_day`. */
export type Columns = ReadonlyMap<string, string>;

/** What a table is: its name, the shape of its rows, and who sees each row besides the scope that owns it. */
export type Table<R extends Row = Row> = Readonly<{
	name: string;
	/** The fields of its rows, each with the name of its column. */
	columns: Columns;
	/** A method, so that a table of some rows may stand where any table is asked for. */
	seenBy(row: R): readonly Id[];
	parse(row: unknown): R;
}>;

/**
 * Declares a table.
 * Takes its name (`schema.table`), the Valibot entries of its rows, and optionally who sees a row besides its owner.
 * Returns the definition that commands, stores and phones share. A row that does not fit the shape throws when parsed.
 * The bundler may leave out the tables that a page does not use.
 */
// @__NO_SIDE_EFFECTS__
export function defineTable<E extends v.ObjectEntries>(
	name: string,
	entries: E,
	seenBy: (row: v.InferOutput<v.ObjectSchema<E, undefined>>) => readonly Id[] = () => [],
): Table<v.InferOutput<v.ObjectSchema<E, undefined>> & Row> {
	const shape = v.object(entries);
	type R = v.InferOutput<typeof shape> & Row;
	return {
		name,
		columns: columnsOf(Object.keys(entries)),
		seenBy: seenBy as (row: R) => readonly Id[],
		// The cast says what the entries cannot: every table declares id and scopeId (the architecture test checks it).
		parse: (row) => v.parse(shape, row) as R,
	};
}

/** An identifier in an input or a row. */
export const id = v.custom<Id>(isId, 'id');

/** A day in an input or a row: it must exist, between 1900 and 2100. */
export const day = v.custom<CalendarDate>(isCalendarDate, 'day');

/** Names the columns of fields. It is done once for each table, since every command writes rows. */
// @__NO_SIDE_EFFECTS__
export function columnsOf(fields: readonly string[]): Columns {
	return new Map(fields.map((field) => [field, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));
}
