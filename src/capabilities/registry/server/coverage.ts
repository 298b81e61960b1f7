import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Place, PlaceScheme } from '#kernel/place.ts';
import { writtenPlace } from '#kernel/typed-place.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { coverageOf, type AtWork, type Counts, type Coverage } from '../rules/coverage.ts';
import { placesStoodFor, wholeCommunesIn, type Crossing } from '../rules/other-division.ts';

export type { Counts, Coverage };

/** Work that goes on on a day; of one theme, and in one of some places, when they are given. */
export type WorkQuery = Readonly<{ day: CalendarDate; theme?: string; places?: readonly Place[] }>;

/** Lists who is at work where on what on a day, of the organisations of a programme whose works the person sees. */
export async function listAtWork(reading: Reading, { programmeId, ...query }: WorkQuery & Readonly<{ programmeId: Id }>): Promise<readonly AtWork[]> {
	const { rows } = await sql<AtWork>`
		select distinct w.organisation_id as "organisationId", w.theme, w.place_scheme as "placeScheme", w.place_code as "placeCode"
		from registry.works w join registry.organisations o on o.id = w.organisation_id
		where o.programme_id = ${programmeId} and ${isGoingOn(query)}`.execute(reading);
	return rows;
}

/** What is covered: the communes of a division, or of one province of it, with the crosswalk between the divisions. */
export type Covered = Readonly<{
	scheme: PlaceScheme;
	communes: readonly Readonly<{ code: string; name: string; province: string }>[];
	crossings: readonly Crossing[];
	isWhole: boolean;
}>;

/** Counts who works where on what on a day, as `coverageOf` says, of the organisations whose works the person sees. */
export async function loadCoverage(
	reading: Reading,
	query: WorkQuery & Readonly<{ programmeId: Id }>,
	{ scheme, communes, crossings, isWhole }: Covered,
): Promise<Coverage> {
	return coverageOf(await listAtWork(reading, query), { scheme, communes, whole: wholeCommunesIn(scheme, crossings) }, isWhole);
}

/** All places told in either division for which a commune stands in the table. */
export function placesShownAs(commune: Place, crossings: readonly Crossing[]): readonly Place[] {
	return placesStoodFor(commune, wholeCommunesIn(commune.scheme, crossings));
}

/** Whether the organisation `o` of a statement is at work as asked. */
export function isAtWork(query: WorkQuery): RawBuilder<unknown> {
	return sql`exists (select 1 from registry.works w where w.organisation_id = o.id and ${isGoingOn(query)})`;
}

function isGoingOn({ day, theme = '', places = [] }: WorkQuery): RawBuilder<unknown> {
	const parts = [
		sql`not w.struck and w.since_on <= ${day} and (w.until_on is null or w.until_on >= ${day})`,
		...(theme ? [sql`w.theme = ${theme}`] : []),
		...(places.length > 0 ? [sql`w.place_scheme || ':' || w.place_code = any (${places.map(writtenPlace)}::text[])`] : []),
	];
	return sql.join(parts, sql` and `);
}
