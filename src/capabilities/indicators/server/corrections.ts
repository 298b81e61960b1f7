import { sql } from 'kysely';
import type { Reading } from '#platform/reading/reading.ts';
import { countedFacts, type Counted } from './counting.ts';

/** What changed in a period after it was closed: happenings that came in late, and those that were taken back or told otherwise. */
export type LateCorrections = Readonly<{ added: number; left: number }>;

/**
 * Counts late corrections of a closed period, for the report of the next one: what a closed figure counted stays, and this says by
 * how many happenings it would differ today. `closedAt` is the sequence the period was closed with.
 */
export async function lateCorrections(
	reading: Reading,
	kind: string,
	{ closedAt, ...counted }: Counted & Readonly<{ closedAt: number }>,
): Promise<LateCorrections> {
	const { rows } = await sql<LateCorrections>`
		with counted_then as (select f.key from facts.facts f where ${countedFacts(kind, { ...counted, asOf: closedAt })}),
			counted_now as (select f.key from facts.facts f where ${countedFacts(kind, counted)})
		select (select count(*) from counted_now where key not in (select key from counted_then)) as added,
			(select count(*) from counted_then where key not in (select key from counted_now)) as "left"`.execute(reading);
	return rows[0] ?? { added: 0, left: 0 };
}
