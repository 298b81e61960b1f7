import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Need } from '../schema.ts';

/** What a score is counted from, of one need. */
export type Voice = Pick<Need, 'organisationId' | 'expressedOn' | 'urgency' | 'touched'>;

/** The voices of each group of a programme, as far as the person sees them: all of them for who reads the whole programme. */
export async function voicesByGroup(reading: Reading, programmeId: Id): Promise<ReadonlyMap<Id, readonly Voice[]>> {
	const { rows } = await sql<Voice & { groupId: Id }>`
		select n.group_id as "groupId", n.organisation_id as "organisationId", n.expressed_on as "expressedOn", n.urgency, n.touched
		from needs.needs n where n.programme_id = ${programmeId} and n.group_id is not null`.execute(reading);
	return Map.groupBy(rows, ({ groupId }) => groupId);
}
