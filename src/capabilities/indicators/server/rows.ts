import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { countedFacts, countedOrganisation, countedPerson, sameOrganisations, samePersons, type Counted } from './counting.ts';

/** A row under a figure, coded: what happened, when, where, for whom, without a name. */
export type CodedRow = Readonly<{
	factId: number;
	occurredOn: CalendarDate;
	organisation: string;
	activity: string | null;
	person: string | null;
	sex: 'F' | 'M' | null;
	birthYear: number | null;
	placeScheme: string;
	placeCode: string;
	place: string;
	theme: string | null;
	days: number | null;
	organisationId: Id;
	activityId: Id | null;
	groupId: Id | null;
	personId: Id | null;
}>;

// A code stays the same for one reader of one programme, and says nothing: it is cut from a digest of the id.
const code = (prefix: string, id: RawBuilder<unknown>) =>
	sql<string>`${prefix} || '-' || upper(substr(encode(sha256(convert_to(f.programme_id::text || ${id}::text, 'UTF8')), 'hex'), 1, 6))`;

function codedColumns(counted: Counted) {
	return {
		columns: sql`f.id as "factId", f.occurred_on as "occurredOn", ${code('ORG', countedOrganisation)} as organisation,
			case when f.activity_id is null then null else ${code('ACT', sql.ref('f.activity_id'))} end as activity,
			case when f.person_id is null then null else 'PER-' || upper(substr(encode(sha256(convert_to(f.programme_id::text || ${countedPerson}::text, 'UTF8')), 'hex'), 1, 8)) end as person,
			f.sex, f.birth_year as "birthYear", f.place_scheme as "placeScheme", f.place_code as "placeCode", coalesce(p.name, f.place_code) as place,
			f.theme, f.amount as days, f.organisation_id as "organisationId", f.activity_id as "activityId", f.group_id as "groupId", f.person_id as "personId"`,
		from: sql`facts.facts f ${samePersons(counted.asOf)} ${sameOrganisations(counted.asOf)} left join programme.places p on p.scheme = f.place_scheme and p.code = f.place_code`,
	};
}

const MOST_ROWS = 100_000;

/**
 * The rows under a figure, coded, ordered by day, then number. Read with the right to count they are all the figure counted;
 * read as a person, those she may open.
 */
export async function codedRows(reading: Reading, kind: string, counted: Counted): Promise<readonly CodedRow[]> {
	const { columns, from } = codedColumns(counted);
	const { rows } =
		await sql<CodedRow>`select ${columns} from ${from} where ${countedFacts(kind, counted)} order by f.occurred_on, f.id limit ${MOST_ROWS}`.execute(
			reading,
		);
	return rows;
}

/** How many rows stand under a figure. */
export async function countRows(reading: Reading, kind: string, counted: Counted): Promise<number> {
	const { rows } = await sql<{ rows: number }>`select count(*) as rows from facts.facts f where ${countedFacts(kind, counted)}`.execute(reading);
	return rows[0]?.rows ?? 0;
}
