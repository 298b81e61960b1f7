import { capabilities } from '#app/capabilities.ts';
import { newId, type Id } from '#kernel/ids.ts';
import { openHouse, runCommand, type House } from '#platform/commands/runner.ts';
import { PLATFORM_SCOPE, type Role } from '#platform/access/roles.ts';
import { readersOver } from '#platform/reading/reading.ts';
import type { Outcome } from '#platform/commands/outcome.ts';
import { testDatabase, type TestDatabase } from './test-database.ts';

/** A house for tests: its database, its runner, and quick ways to give a person a role and to have her do things. */
export type TestHouse = House &
	Readonly<{
		database: TestDatabase;
		readers: ReturnType<typeof readersOver>;
		/** Opens an account with a role in a scope, by SQL, and returns the person's id. */
		person(name: string, role: Role, scopeId?: Id): Promise<Id>;
		/** Has a person do something; throws with the refusal unless it was applied. */
		does(personId: Id, command: string, input: unknown): Promise<void>;
		/** Has a person try something; returns the outcome. */
		tries(personId: Id, command: string, input: unknown): Promise<Outcome>;
		/** Like `tries`, under a number of the caller's choice. */
		numbered(id: Id): Pick<TestHouse, 'tries'>;
	}>;

/** Opens a house over a database of the test file's own, with places loaded. Call it at the top of the file. */
export async function testHouse(): Promise<TestHouse> {
	const database = await testDatabase();
	const house: House = openHouse(database, capabilities);
	await loadSomePlaces(database);

	const numbered = (id: Id) => ({
		tries: (personId: Id, name: string, input: unknown): Promise<Outcome> =>
			runCommand(house, { personId }, { id, name, version: capabilities.commands.get(name)?.version ?? 1, input }),
	});
	const tries: TestHouse['tries'] = (personId, name, input) => numbered(newId()).tries(personId, name, input);
	return {
		...house,
		database,
		readers: readersOver(database.gate),
		tries,
		numbered,
		async does(personId, name, input) {
			const outcome = await tries(personId, name, input);
			if (outcome.outcome !== 'applied') throw new Error(`${name}: ${outcome.outcome} ${JSON.stringify(outcome.refusal)}`);
		},
		async person(name, role, scopeId = PLATFORM_SCOPE) {
			const id = newId();
			const { superuser } = database;
			await superuser.query(`insert into access.accounts (id, scope_id, full_name, user_name, opened_on) values ($1, $2, $3, $4, '2026-01-01')`, [
				id,
				scopeId,
				name,
				`${name.toLowerCase().replace(/[^a-z]/g, '')}.${id.slice(-6)}`,
			]);
			await superuser.query(`insert into access.roles (id, account_id, role, scope_id, given_on) values ($1, $2, $3, $4, '2026-01-01')`, [
				newId(),
				id,
				role,
				scopeId,
			]);
			return id;
		},
	};
}

async function loadSomePlaces(database: TestDatabase): Promise<void> {
	await database.superuser.query(`insert into programme.places (scheme, code, level, name, province_code) values
		('2025', 'BI1', 'province', 'Buhumuza', 'BI1'), ('2025', 'BI101', 'commune', 'Butaganzwa', 'BI1'),
		('2025', 'BI102', 'commune', 'Butihinda', 'BI1'), ('2025', 'BI2', 'province', 'Bujumbura', 'BI2'), ('2025', 'BI201', 'commune', 'Bubanza', 'BI2')
		on conflict do nothing`);
}
