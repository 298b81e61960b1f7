import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Listed } from '../rules/typed-sheet/sheet.ts';
import { sheetScans, type SheetScan, type TypedSheet } from '../schema.ts';

/**
 * The people of a session's sheet, as far as the reader sees them, in the order in which it is printed: those who were enrolled, by
 * name, then those who came without a seat, in the order in which they were written. A number on paper stays hers.
 */
export async function listSheet(reading: Reading, sessionId: Id): Promise<readonly Listed[]> {
	const { rows } = await sql<Listed>`
		select e.id as "enrolmentId", e.person_id as "personId", q.full_name as "fullName", q.sex, q.birth_year as "birthYear", q.phone, e.duty,
			e.organisation_id as "organisationId", coalesce(o.name, '') as organisation,
			coalesce((select json_object_agg(m.half_day, m.mark) from training.attendance m where m.session_id = e.session_id and m.person_id = e.person_id and m.mark <> 'none'), '{}') as marks
		from training.enrolments e join people.persons q on q.id = e.person_id left join registry.organisations o on o.id = e.organisation_id
		where e.session_id = ${sessionId} and not e.withdrawn
		order by e.on_the_spot, case when e.on_the_spot then '' else q.full_name end, e.id`.execute(reading);
	return rows;
}

/** The sessions a reader sees whose code reads as a typed one does (`plainCode`), those of a programme first. */
export async function sessionsOfCode(reading: Reading, plain: string, programmeId: Id): Promise<readonly Readonly<{ id: Id; scopeId: Id }>[]> {
	const { rows } = await sql<{ id: Id; scopeId: Id }>`
		select id, scope_id as "scopeId" from training.sessions
		where translate(regexp_replace(upper(code), '[^A-Z0-9]', '', 'g'), 'ILOU', '110V') = ${plain}
		order by programme_id <> ${programmeId}, first_on desc, id limit 2`.execute(reading);
	return rows;
}

/** The last saving of a session's sheet that was not put back, with how many people and marks it changed. */
export async function findLastTyped(reading: Reading, sessionId: Id): Promise<Readonly<{ id: Id; people: number; marks: number }> | undefined> {
	const { rows } = await sql<Pick<TypedSheet, 'id' | 'rows'>>`
		select id, rows from training.typed_sheets where session_id = ${sessionId} and not put_back order by id desc limit 1`.execute(reading);
	const [last] = rows;
	return last && { id: last.id, people: last.rows.length, marks: last.rows.reduce((sum, { marks }) => sum + marks.length, 0) };
}

/** The scans of a session's signed sheets, as far as the person sees them; those retired are there, with the reason. */
export async function listSheetScans(reading: Reading, sessionId: Id): Promise<readonly SheetScan[]> {
	const { rows } = await sql<SheetScan>`
		select ${sql.raw(listed(sheetScans))} from training.sheet_scans where session_id = ${sessionId} order by added_on, id`.execute(reading);
	return rows;
}

/** One scan of a signed sheet; `undefined` when there is none or the person does not see it. */
export async function findSheetScan(reading: Reading, id: Id): Promise<SheetScan | undefined> {
	const { rows } = await sql<SheetScan>`select ${sql.raw(listed(sheetScans))} from training.sheet_scans where id = ${id}`.execute(reading);
	return rows[0];
}
