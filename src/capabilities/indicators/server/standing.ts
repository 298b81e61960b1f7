import { sql } from 'kysely';
import type { Reading } from '#platform/reading/reading.ts';
import { countedFacts, type Counted } from './counting.ts';

/**
 * Participations by how far they are gone on their way to the donor: those of discreet activities, known as numbers only; those of
 * sessions whose recount was done (published ones too); those of published sessions.
 */
export type ParticipationStanding = Readonly<{ byTotals: number; verified: number; published: number }>;

/** Counts participations of the period by their standing; a session verified or published later than the period counts as it stands. */
export async function participationStanding(reading: Reading, counted: Counted): Promise<ParticipationStanding> {
	const told = { ...counted, level: { kind: 'programme', id: counted.programmeId } as const, from: FIRST_DAY, to: LAST_DAY };
	const { rows } = await sql<ParticipationStanding>`
		with came as (
			select f.activity_id, count(*)::bigint as persons, 0::bigint as numbers from facts.facts f where ${countedFacts('training.attended', counted)} group by f.activity_id
			union all
			select f.activity_id, 0, sum(f.amount)::bigint from facts.facts f where ${countedFacts('training.attended-by-totals', counted)} group by f.activity_id
		), verified as (
			select f.activity_id from facts.facts f where ${countedFacts('training.verified', told)}
		), published as (
			select f.activity_id from facts.facts f where ${countedFacts('training.published', told)}
		)
		select coalesce(sum(numbers), 0)::bigint as "byTotals",
			coalesce(sum(persons + numbers) filter (where activity_id in (select activity_id from verified)), 0)::bigint as verified,
			coalesce(sum(persons + numbers) filter (where activity_id in (select activity_id from published)), 0)::bigint as published
		from came`.execute(reading);
	return rows[0] ?? { byTotals: 0, verified: 0, published: 0 };
}

// The days that a calendar date may bear (kernel): all that was ever told.
const FIRST_DAY = '1900-01-01' as Counted['from'];
const LAST_DAY = '2100-12-31' as Counted['to'];
