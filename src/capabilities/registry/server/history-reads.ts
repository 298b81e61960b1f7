import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { scans, type Scan } from '../schema.ts';

/** The scans of an organisation's history, as far as the person sees them; those struck out are there, and say so. */
export async function listScans(reading: Reading, organisationId: Id): Promise<readonly Scan[]> {
	const { rows } = await sql<Scan>`
		select ${sql.raw(listed(scans))} from registry.scans where organisation_id = ${organisationId} order by added_on, id`.execute(reading);
	return rows;
}

/** One scan; `undefined` when there is none or the person does not see it. */
export async function findScan(reading: Reading, id: Id): Promise<Scan | undefined> {
	const { rows } = await sql<Scan>`select ${sql.raw(listed(scans))} from registry.scans where id = ${id}`.execute(reading);
	return rows[0];
}
