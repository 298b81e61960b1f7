import { describe, expect, it } from 'vitest';
import { loadProgrammes } from '#app/load.ts';
import { testDatabase } from '../support/test-database.ts';

const database = await testDatabase();
const { superuser } = database;

async function counts() {
	const { rows } = await superuser.query<Record<string, number>>(`select
		(select count(*)::int from commands.outcomes) as commands, (select count(*)::int from facts.facts) as facts,
		(select count(*)::int from programme.programmes) as programmes, (select count(*)::int from registry.organisations) as organisations,
		(select count(*)::int from needs.needs) as needs, (select count(*)::int from training.sessions) as sessions,
		(select count(*)::int from people.persons) as persons, (select count(*)::int from programme.places) as places`);
	return rows[0];
}

describe('what comes with the program', () => {
	it('is loaded once, however often the program starts', async () => {
		await loadProgrammes({ database, empty: false, demonstration: true });
		const first = await counts();
		expect(first).toMatchObject({ programmes: 2, organisations: 12, needs: 41, sessions: 9, persons: 151, places: 184 });
		await loadProgrammes({ database, empty: false, demonstration: true });
		expect(await counts()).toEqual(first);
	});

	it('says of the leaflet’s programme what the leaflet says, and of its end both what is printed and what is kept', async () => {
		const { rows } = await superuser.query(
			"select starts_on, ends_on, end_as_printed, closed, budget_cents, demonstration from programme.programmes where code = 'burundi-osc-2016'",
		);
		expect(rows).toEqual([
			expect.objectContaining({ end_as_printed: '31 novembre 2018', closed: true, budget_cents: '222222200', demonstration: false }),
		]);
	});

	it('marks every invented record by its programme', async () => {
		const { rows } = await superuser.query(
			'select count(*)::int as strays from registry.organisations o join programme.programmes p on p.id = o.programme_id where not p.demonstration',
		);
		expect(rows).toEqual([{ strays: 0 }]);
	});
});
