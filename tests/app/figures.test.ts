import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { loadProgrammes } from '#app/load.ts';
import { needsAnswered, organisationsSupported, peopleByPlaceAndQuarter, peopleTrained } from '#capabilities/indicators/server/figures.ts';
import { participationStanding } from '#capabilities/indicators/server/standing.ts';
import { readersOver } from '#platform/reading/reading.ts';
import { testDatabase } from '../support/test-database.ts';

const database = await testDatabase();
const { superuser } = database;
await loadProgrammes({ database, empty: false, demonstration: true });
const programmeId = (await superuser.query<{ id: string }>("select id from programme.programmes where code = 'demonstration'")).rows[0]?.id ?? '';
const readers = readersOver(database.gate);

async function counted(asOf?: number) {
	const { rows } = await superuser.query<{ from: string; to: string }>(
		'select min(occurred_on)::text as "from", max(occurred_on)::text as "to" from facts.facts',
	);
	const period = { from: rows[0]?.from as CalendarDate, to: rows[0]?.to as CalendarDate };
	return { programmeId, level: { kind: 'programme' as const, id: programmeId }, ...period, ...(asOf !== undefined && { asOf }) };
}

// The same figures from the records themselves, without facts and without a line of the program's code.
async function fromTheRecords() {
	const { rows } = await superuser.query<Record<string, number>>(`
		with there as (
			select e.person_id, e.session_id, e.organisation_id, p.sex from training.enrolments e join people.persons p on p.id = e.person_id
			where not e.withdrawn and exists (select 1 from training.attendance a where a.session_id = e.session_id and a.person_id = e.person_id and a.mark in ('present', 'late'))
		)
		select (select count(distinct person_id)::int from there) as unique, (select count(distinct person_id)::int from there where sex = 'F') as women,
			(select count(*)::int from there) as participations, (select count(distinct organisation_id)::int from there) as organisations,
			(select count(*)::int from needs.needs n join programme.programmes p on p.id = n.programme_id where p.demonstration and coalesce(n.earlier_answers -> 0 ->> 'answeredOn', n.answered_on::text) is not null) as answered,
			(select count(*)::int from needs.needs n join programme.programmes p on p.id = n.programme_id where p.demonstration) as expressed,
			(select percentile_cont(0.5) within group (order by coalesce((n.earlier_answers -> 0 ->> 'answeredOn')::date, n.answered_on) - n.expressed_on)
				from needs.needs n where coalesce(n.earlier_answers -> 0 ->> 'answeredOn', n.answered_on::text) is not null) as median`);
	return rows[0];
}

describe('the figures of a programme', () => {
	it('are what the records say, counted another way', async () => {
		const truth = await fromTheRecords();
		const asked = await counted();
		const people = await readers.asFigures((reading) => peopleTrained(reading, asked));
		const answers = await readers.asFigures((reading) => needsAnswered(reading, asked));
		expect({
			unique: people.unique,
			women: people.women,
			participations: people.participations,
			organisations: await readers.asFigures((reading) => organisationsSupported(reading, asked)),
			answered: answers.answered,
			expressed: answers.expressed,
			median: answers.medianDays,
		}).toEqual(truth);
		expect(people.unique).toBeGreaterThan(50);
		expect(people.unique).toBeLessThan(people.participations);
	});

	it('say how many participations were verified and published, and how many have no name', async () => {
		const { rows } = await superuser.query<Record<string, number>>(`
			with came as (
				select a.session_id, count(distinct a.person_id)::int as persons from training.attendance a where a.mark in ('present', 'late') group by 1
			)
			select (select sum(women + men)::int from training.totals) as "byTotals",
				(select sum(c.persons)::int from came c join training.declarations d using (session_id) where d.verified_on is not null) as verified,
				(select sum(c.persons)::int from came c join training.declarations d using (session_id) where d.published_on is not null) as published`);
		const standing = await readers.asFigures(async (reading) => participationStanding(reading, await counted()));
		expect(standing).toEqual(rows[0]);
		expect(standing.published).toBeGreaterThan(0);
		expect(standing.verified).toBeGreaterThan(standing.published);
		expect(standing.byTotals).toBeGreaterThan(0);
	});

	it('add up by sex and age, since a person has one of each in a period', async () => {
		const people = await readers.asFigures(async (reading) => peopleTrained(reading, await counted()));
		expect(people.cells.reduce((sum, { unique }) => sum + unique, 0)).toBe(people.unique);
	});

	it('do not add up by commune: somebody who came in two counts once', async () => {
		const asked = await counted();
		const cells = await readers.asFigures((reading) => peopleByPlaceAndQuarter(reading, asked));
		const people = await readers.asFigures((reading) => peopleTrained(reading, asked));
		expect(cells.reduce((sum, { unique }) => sum + unique, 0)).toBeGreaterThan(people.unique);
	});

	it('stay what they were as of a number, whatever is corrected later', async () => {
		const before = await readers.asFigures(async (reading) => peopleTrained(reading, await counted()));
		const { rows } = await superuser.query<{ at: string }>('select last_value as at from sync.sequence');
		const asOf = Number(rows[0]?.at);
		await superuser.query(
			"update facts.facts set left_at = $1 where id in (select id from facts.facts where kind = 'training.attended' and left_at is null limit 5)",
			[asOf + 1],
		);
		expect((await readers.asFigures(async (reading) => peopleTrained(reading, await counted()))).participations).toBe(before.participations - 5);
		expect(await readers.asFigures(async (reading) => peopleTrained(reading, await counted(asOf)))).toEqual(before);
	});

	it('count two records of one person once, and twice again when that is taken back', async () => {
		const count = () => readers.asFigures(async (reading) => (await peopleTrained(reading, await counted())).unique);
		const before = await count();
		const { rows } = await superuser.query<{ person_id: string }>(
			"select distinct person_id from facts.facts where kind = 'training.attended' and left_at is null order by 1 limit 2",
		);
		await superuser.query('insert into facts.same_as (record_id, counted_as, entered) values ($1, $2, 1)', [rows[1]?.person_id, rows[0]?.person_id]);
		expect(await count()).toBe(before - 1);
		await superuser.query('update facts.same_as set left_at = 2');
		expect(await count()).toBe(before);
	});
});
