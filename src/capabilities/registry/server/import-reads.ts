import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { importLines, imports, type Import, type ImportLine } from '../import-schema.ts';
import { lineStandings, type Standing } from '../rules/line-standing.ts';
import type { Organisation } from '../schema.ts';

/** A list that was read, as the list of lists shows it. */
export type ImportRow = Readonly<{
	id: Id;
	fileName: string;
	partner: string;
	readOn: CalendarDate;
	doneOn: CalendarDate | null;
	setAside: boolean;
	lines: number;
	taken: number;
}>;

/** A list with all its lines, where each stands. The cells of the file are read apart (`cellsOf`): five thousand lines of them weigh. */
export type OpenImport = Readonly<{
	list: Import & Readonly<{ partner: string }>;
	lines: readonly OpenLine[];
	standings: ReadonlyMap<Id, Standing>;
}>;

/** A line without the cells of its file. */
export type OpenLine = Omit<ImportLine, 'cells'>;

/** The lists that were read in a programme, the latest first, as far as the person sees them. */
export async function listImports(reading: Reading, programmeId: Id): Promise<readonly ImportRow[]> {
	const { rows } = await sql<ImportRow>`
		select i.id, i.file_name as "fileName", a.name as partner, i.read_on as "readOn", i.done_on as "doneOn", i.set_aside as "setAside",
			count(l.id) as lines, count(l.id) filter (where l.taken) as taken
		from registry.imports i join programme.partners a on a.id = i.partner_id left join registry.import_lines l on l.import_id = i.id
		where i.programme_id = ${programmeId} group by i.id, a.name order by i.read_on desc, i.id desc limit 100`.execute(reading);
	return rows;
}

/** One list that was read, whole; `undefined` when there is none or the person does not see it. */
export async function findImport(reading: Reading, id: Id): Promise<OpenImport | undefined> {
	const { rows: lists } = await sql<OpenImport['list']>`
		select ${sql.raw(listed(imports).replaceAll(/(^|, )/g, '$1i.'))}, a.name as partner
		from registry.imports i join programme.partners a on a.id = i.partner_id where i.id = ${id}`.execute(reading);
	const [list] = lists;
	if (!list) return undefined;
	const { rows: lines } = await sql<OpenLine>`
		select ${sql.raw(listed(importLines).replace('cells as "cells", ', ''))} from registry.import_lines where import_id = ${id} order by number`.execute(
		reading,
	);
	return { list, lines, standings: lineStandings(lines, await registeredUnder(reading, list.partnerId)) };
}

/** The cells of some lines of a list, as the file had them, by the id of the line; of all lines when none are named. */
export async function cellsOf(reading: Reading, importId: Id, lineIds: readonly Id[] | 'all'): Promise<ReadonlyMap<Id, readonly string[]>> {
	const named = lineIds === 'all' ? sql`true` : sql`id = any (${lineIds}::uuid[])`;
	const { rows } = await sql<Pick<ImportLine, 'id' | 'cells'>>`
		select id, cells from registry.import_lines where import_id = ${importId} and ${named} order by number`.execute(reading);
	return new Map(rows.map(({ id, cells }) => [id, cells]));
}

/** The organisations that a partner accompanies, as lines of a list are compared with them. */
export async function registeredUnder(
	reading: Reading,
	partnerId: Id,
): Promise<readonly Pick<Organisation, 'id' | 'name' | 'placeScheme' | 'placeCode'>[]> {
	const { rows } = await sql<Pick<Organisation, 'id' | 'name' | 'placeScheme' | 'placeCode'>>`
		select id, name, place_scheme as "placeScheme", place_code as "placeCode" from registry.organisations where partner_id = ${partnerId}`.execute(
		reading,
	);
	return rows;
}

/** An organisation that a line may mean, as much as is needed to tell. */
export type AlikeRow = Readonly<{ id: Id; name: string; acronym: string; commune: string; province: string; partner: string }>;

/** Some organisations, as far as the person sees them, by name. */
export async function listAlike(reading: Reading, ids: readonly Id[]): Promise<readonly AlikeRow[]> {
	const { rows } = await sql<AlikeRow>`
		select o.id, o.name, o.acronym, c.name as commune, v.name as province, a.name as partner from registry.organisations o
		join programme.places c on c.scheme = o.place_scheme and c.code = o.place_code
		join programme.places v on v.scheme = c.scheme and v.code = c.province_code
		join programme.partners a on a.id = o.partner_id where o.id = any (${ids}::uuid[]) order by o.name, o.id`.execute(reading);
	return rows;
}
