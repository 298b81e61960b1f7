import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const cast = await programmeUnderWay(house);
const { superuser } = house.database;

async function tablesUnderGuard(): Promise<readonly string[]> {
	const { rows } = await superuser.query<{ name: string }>(
		`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind = 'r' and n.nspname in ('registry', 'people', 'needs', 'training', 'programme') order by 1`,
	);
	return rows.map(({ name }) => name);
}

describe('row security', () => {
	it('is forced on every table of the programme, except what is public by nature', async () => {
		const { rows } = await superuser.query<{ name: string }>(
			`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind = 'r' and n.nspname in ('registry', 'people', 'needs', 'training', 'programme') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
		);
		expect(rows.map(({ name }) => name)).toEqual(['programme.crosswalk', 'programme.places', 'registry.directory', 'registry.directory_words']);
	});

	it('is passed by no role of the program', async () => {
		const { rows } = await superuser.query(`select rolname from pg_roles where rolname like 'shigikira%' and (rolsuper or rolbypassrls)`);
		expect(rows).toEqual([]);
	});

	it('gives no role the right to delete a record', async () => {
		for (const table of await tablesUnderGuard()) {
			const { rows } = await superuser.query<{ may: boolean }>(
				`select bool_or(has_table_privilege(rolname, $1, 'delete')) as may from pg_roles where rolname like 'shigikira%' and rolname <> 'shigikira_owner'`,
				[table],
			);
			expect(rows, table).toEqual([{ may: false }]);
		}
	});

	it('lets nobody read without choosing a role first', async () => {
		await expect(house.gate.query('select * from needs.needs')).rejects.toThrow(/permission denied/);
	});

	it('shows a stranger, an administrator and a donor no organisation', async () => {
		const keeper = await house.person('Concierge', 'administrator');
		for (const person of [cast.stranger, keeper, cast.evariste]) {
			const { rows } = await house.readers.as(person, (reading) => sql`select id from registry.organisations`.execute(reading));
			expect(rows).toEqual([]);
		}
	});

	it('shows a partner’s animator the organisations of that partner and no other', async () => {
		const { rows } = await house.readers.as(cast.beatrice, (reading) =>
			sql<{ id: string }>`select id from registry.organisations order by id`.execute(reading),
		);
		expect(rows.map(({ id }) => id).sort()).toEqual([cast.abarimyi, cast.twitezimbere].sort());
	});
});

describe('an account', () => {
	it('that is closed sees nothing and does nothing, at once', async () => {
		const person = await house.person('Passagère', 'coordinator', cast.programmeId);
		const seen = () => house.readers.as(person, (reading) => sql`select id from registry.organisations`.execute(reading));
		expect((await seen()).rows).toHaveLength(3);
		await superuser.query('update access.accounts set closed_on = current_date where id = $1', [person]);
		expect((await seen()).rows).toEqual([]);
		const outcome = await house.tries(person, 'programme.add-partner', {
			id: newId(),
			programmeId: cast.programmeId,
			name: 'Intrus',
			does: 'Rien de bon',
		});
		expect(outcome.refusal?.key).toBe('platform.not-permitted');
	});

	it('is opened by a coordinator for her own programme, never above it', async () => {
		const account = (scopeId: string, role: string) => ({
			id: newId(),
			roleId: newId(),
			codeId: newId(),
			codeHash: newId().replaceAll('-', '').padEnd(64, '0'),
			scopeId,
			fullName: 'Nouvelle personne',
			userName: `n.${newId().slice(-8)}`,
			language: 'fr',
			role,
			openedOn: '2026-02-01',
		});
		expect((await house.tries(cast.alice, 'access.open-team-account', account(cast.care, 'animator'))).outcome).toBe('applied');
		expect((await house.tries(cast.alice, 'access.open-team-account', account('00000000-0000-7000-8000-000000000001', 'coordinator'))).outcome).toBe(
			'refused',
		);
		expect((await house.tries(cast.beatrice, 'access.open-team-account', account(cast.care, 'coordinator'))).outcome).toBe('refused');
		expect((await house.tries(cast.beatrice, 'access.open-member-account', account(cast.abarimyi, 'leader'))).outcome).toBe('applied');
		expect((await house.tries(cast.beatrice, 'access.open-member-account', account(cast.abahuza, 'leader'))).outcome).toBe('refused');
		expect((await house.tries(cast.beatrice, 'access.open-member-account', account(cast.care, 'leader'))).refusal?.key).toBe(
			'platform.role-not-there',
		);
		expect((await house.tries(cast.alice, 'access.open-team-account', account(cast.abarimyi, 'animator'))).refusal?.key).toBe(
			'platform.role-not-there',
		);
		const { rows } = await superuser.query(
			`select 1 from access.roles r join access.scopes s on s.id = r.scope_id where (r.role in ('leader', 'member')) <> (s.kind = 'organisation')`,
		);
		expect(rows).toEqual([]);
	});

	it('never gets a code from somebody with fewer rights', async () => {
		const code = (accountId: string) => ({
			codeId: newId(),
			accountId,
			codeHash: newId().replaceAll('-', '').padEnd(64, '1'),
			handedOn: '2026-02-01',
		});
		expect((await house.tries(cast.beatrice, 'access.hand-out-member-code', code(cast.alice))).outcome).toBe('refused');
		const colleague = await house.person('Collègue', 'animator', cast.care);
		await superuser.query('update access.accounts set scope_id = $2 where id = $1', [colleague, cast.care]);
		expect((await house.tries(cast.beatrice, 'access.hand-out-member-code', code(colleague))).refusal?.key).toBe('platform.code-too-high');
		const coordinator = await house.person('Coordinatrice', 'coordinator', cast.care);
		await superuser.query('update access.accounts set scope_id = $2 where id = $1', [cast.alice, cast.care]);
		expect((await house.tries(coordinator, 'access.hand-out-team-code', code(cast.alice))).refusal?.key).toBe('platform.code-too-high');
	});
});
