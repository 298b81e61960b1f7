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

const MOST_KNOWN = 5000;

/** A person with the name of her organisation, as she is proposed before somebody is met anew. */
export type KnownPerson = Pick<Person, 'id' | 'fullName' | 'sex' | 'birthYear' | 'phone' | 'organisationId'> & Readonly<{ organisation: string }>;

/** The people a reader knows in a programme, by name; of two records of one, the one that stands; five thousand at most. */
export async function listKnown(reading: Reading, programmeId: Id): Promise<readonly KnownPerson[]> {
	const { rows } = await sql<KnownPerson>`
		select p.id, p.full_name as "fullName", p.sex, p.birth_year as "birthYear", p.phone, p.organisation_id as "organisationId", o.name as organisation
		from people.persons p join registry.organisations o on o.id = p.organisation_id
		where o.programme_id = ${programmeId} and not exists (select 1 from people.stand_ins s where s.record_id = p.id)
		order by p.full_name, p.id limit ${MOST_KNOWN}`.execute(reading);
	return rows;
}
