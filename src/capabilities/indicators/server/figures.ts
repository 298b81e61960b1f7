import { sql } from 'kysely';
import type { Reading } from '#platform/reading/reading.ts';
import type { AgeBand } from '../../people/index.ts';
import {
	bandAt,
	countedFacts,
	countedOrganisation,
	countedPerson,
	personsOfSeveralRecords,
	sameOrganisations,
	samePersons,
	type Counted,
} from './counting.ts';

/** Unique persons trained and participations, with one sex and one age band per person and period: these add up. */
export type PeopleTrained = Readonly<{
	unique: number;
	women: number;
	participations: number;
	cells: readonly Readonly<{ sex: 'F' | 'M'; band: AgeBand; unique: number }>[];
}>;

/** Needs answered in a period, those expressed in it, and the median number of days an answer took (none: null). */
export type NeedsAnswered = Readonly<{ answered: number; expressed: number; medianDays: number | null }>;

/** Counts organisations that had people at a session in the period. A reading with the right to count. */
export async function organisationsSupported(reading: Reading, counted: Counted): Promise<number> {
	const { rows } = await sql<{ organisations: number }>`
		select count(distinct ${countedOrganisation}) as organisations from facts.facts f ${sameOrganisations(counted.asOf)}
		where ${countedFacts('training.attended', counted)}`.execute(reading);
	return rows[0]?.organisations ?? 0;
}

/**
 * Counts people trained: each person once, with the sex and the age band of her latest session in the period.
 * A participation is one person at one session, also where two records of her were both marked there.
 */
export async function peopleTrained(reading: Reading, counted: Counted): Promise<PeopleTrained> {
	const { rows } = await sql<{ sex: 'F' | 'M'; band: AgeBand; unique: number; participations: number }>`
		with persons as (
			select distinct on (${countedPerson}) ${countedPerson} as person, f.sex, ${bandAt(sql`f.birth_year`, sql`f.occurred_on`)} as band,
				count(*) over (partition by ${countedPerson}) as participations
			from facts.facts f ${samePersons(counted.asOf)}
			where ${countedFacts('training.attended', counted)}
			order by ${countedPerson}, f.occurred_on desc, f.entered desc
		)
		select sex, band, count(*) as "unique", sum(participations)::bigint as participations from persons group by sex, band order by sex, band`.execute(
		reading,
	);
	const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
	return {
		unique: total((row) => row.unique),
		women: total((row) => (row.sex === 'F' ? row.unique : 0)),
		participations: total((row) => row.participations) - (await countedTwice(reading, counted)),
		cells: rows.map(({ sex, band, unique }) => ({ sex, band, unique })),
	};
}

// Two records of one person may both stand on a session's list: she was there once.
async function countedTwice(reading: Reading, counted: Counted): Promise<number> {
	const { rows } = await sql<{ twice: number }>`
		select count(*) - count(distinct (${countedPerson}, f.activity_id)) as twice from facts.facts f ${samePersons(counted.asOf)}
		where ${countedFacts('training.attended', counted)} and f.person_id in (${personsOfSeveralRecords(counted.asOf)})`.execute(reading);
	return rows[0]?.twice ?? 0;
}

/** Counts answers given in the period and the median of the days each took; and the needs expressed in it. */
export async function needsAnswered(reading: Reading, counted: Counted): Promise<NeedsAnswered> {
	const { rows } = await sql<NeedsAnswered>`
		select count(*) as answered, percentile_cont(0.5) within group (order by f.amount) as "medianDays",
			(select count(*) from facts.facts f where ${countedFacts('needs.expressed', counted)}) as expressed
		from facts.facts f where ${countedFacts('needs.answered', counted)}`.execute(reading);
	return rows[0] ?? { answered: 0, expressed: 0, medianDays: null };
}

/** Unique persons in one commune and one quarter, by sex and age band. Communes do not add up: a person may come in two. */
export type PlaceCell = Readonly<{ placeScheme: string; placeCode: string; quarter: string; sex: 'F' | 'M'; band: AgeBand; unique: number }>;

/** Counts people trained by commune, quarter, sex and age band; in one quarter a person has one sex and one band, her latest. */
export async function peopleByPlaceAndQuarter(reading: Reading, counted: Counted): Promise<readonly PlaceCell[]> {
	const { rows } = await sql<PlaceCell>`
		with came as (
			select ${countedPerson} as person, to_char(f.occurred_on, 'YYYY"T"Q') as quarter, f.place_scheme, f.place_code, f.occurred_on, f.entered, f.sex,
				${bandAt(sql`f.birth_year`, sql`f.occurred_on`)} as band
			from facts.facts f ${samePersons(counted.asOf)} where ${countedFacts('training.attended', counted)}
		), latest as (
			select distinct on (person, quarter) person, quarter, sex, band from came order by person, quarter, occurred_on desc, entered desc
		), places as (
			select distinct person, quarter, place_scheme, place_code from came
		)
		select p.place_scheme as "placeScheme", p.place_code as "placeCode", p.quarter, l.sex, l.band, count(*) as "unique"
		from places p join latest l using (person, quarter) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(reading);
	return rows;
}
