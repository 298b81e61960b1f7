import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { persons, type Person } from '../schema.ts';

/** The names of some persons, as far as the reader sees them. */
export async function personNames(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
	const { rows } = await sql<{
		id: Id;
		fullName: string;
	}>`select id, full_name as "fullName" from people.persons where id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}

/** The persons met for an organisation, by name. Of two records told to be one of its people, the one that stands. */
export async function listPersonsOf(reading: Reading, organisationId: Id): Promise<readonly Person[]> {
	const { rows } =
		await sql<Person>`select id, scope_id as "scopeId", organisation_id as "organisationId", full_name as "fullName", sex, birth_year as "birthYear", phone, met_on as "metOn"
		from people.persons p where organisation_id = ${organisationId} and not exists (select 1 from people.stand_ins s join people.persons r on r.id = s.stands_id
			where s.record_id = p.id and r.organisation_id = p.organisation_id) order by full_name, id`.execute(reading);
	return rows;
}

/** One person; `undefined` when there is none or the reader does not see her. */
export async function findPerson(reading: Reading, id: Id): Promise<Person | undefined> {
	const { rows } = await sql<Person>`select ${sql.raw(listed(persons))} from people.persons where id = ${id}`.execute(reading);
	return rows[0];
}
