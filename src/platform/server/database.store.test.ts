import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { prepareRoles } from './roles.ts';
import { migrate } from './migrations.ts';
import { withConnection } from './database.ts';

const database = await testDatabase();

describe('the gate', () => {
	it('can do nothing before it has chosen a role', async () => {
		await expect(database.gate.query('select * from access.accounts')).rejects.toThrow(/permission denied/);
	});

	it('is of the role it chose until its transaction ends', async () => {
		await withConnection(database.gate, async (client) => {
			await client.query('begin; set local role shigikira_reader');
			const during = await client.query<{ role: string }>('select current_user as role');
			await client.query('commit');
			const after = await client.query<{ role: string }>('select current_user as role');
			expect([during.rows[0]?.role, after.rows[0]?.role]).toEqual(['shigikira_reader', 'shigikira_gate']);
		});
	});

	it('can choose neither the owner nor the backup', async () => {
		await expect(database.gate.query('set role shigikira_owner')).rejects.toThrow(/permission denied/);
		await expect(database.gate.query('set role shigikira_backup')).rejects.toThrow(/permission denied/);
	});

	it('has no role that passes by row level security', async () => {
		const { rows } = await database.owner.query(`select rolname from pg_roles where rolname like 'shigikira%' and (rolsuper or rolbypassrls)`);
		expect(rows).toEqual([]);
	});

	it('gives connections that are of one role from the start', async () => {
		const doorkeeper = database.gateAs('shigikira_doorkeeper', { schema: 'access', size: 1 });
		const { rows } = await doorkeeper.query<{ role: string }>('select current_user as role, count(*) from attempts');
		expect(rows[0]?.role).toBe('shigikira_doorkeeper');
	});
});

describe('the roles', () => {
	it('are the same when prepared again', async () => {
		const count = `select count(*) from pg_auth_members`;
		const before = await database.superuser.query<{ count: string }>(count);
		await prepareRoles(database.connections);
		const after = await database.superuser.query<{ count: string }>(count);
		expect(after.rows).toEqual(before.rows);
	});
});

describe('the values', () => {
	it('keep a day a day, a moment exact, and a large number exact', async () => {
		const { rows } = await database.gate.query(`select date '2026-11-30' as day, timestamptz '2026-11-23 15:14:05.123456+02' as moment,
			7::bigint as small, 9007199254740993::bigint as large, array[date '2016-12-01'] as days`);
		expect(rows[0]).toEqual({
			day: '2026-11-30',
			moment: '2026-11-23T13:14:05.123456Z',
			small: 7,
			large: '9007199254740993',
			days: ['2016-12-01'],
		});
	});

	it('are text in UTF-8 that knows its capitals and its French', async () => {
		const { rows } = await database.gate.query(`select lower('ÉGALITÉ') as lower, to_tsvector('french', 'des bénéficiaires')::text as words`);
		expect(rows[0]).toEqual({ lower: 'égalité', words: `'bénéficiair':2` });
	});
});

describe('migrations', () => {
	const folder = mkdtempSync(join(tmpdir(), 'shigikira-migrations-'));
	const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
	const fresh = async () => {
		await database.superuser.query('drop schema if exists shigikira cascade; drop schema if exists tried cascade');
	};

	it('run once each, in the order of their names', async () => {
		await fresh();
		write('2026-01-01-01-tried-one.sql', 'create schema tried; create table tried.things (id integer)');
		write('2026-01-01-02-tried-two.sql', 'insert into tried.things values (1)');
		expect(await migrate(database.owner, folder)).toHaveLength(2);
		expect(await migrate(database.owner, folder)).toEqual([]);
		const { rows } = await database.owner.query('select * from tried.things');
		expect(rows).toEqual([{ id: 1 }]);
	});

	it('leave nothing of one that fails, and say which and where', async () => {
		write('2026-01-01-03-tried-three.sql', 'insert into tried.things values (2);\ninsert into tried.nothing values (3)');
		await expect(migrate(database.owner, folder)).rejects.toThrow(/2026-01-01-03-tried-three.sql failed at line 2/);
		const { rows } = await database.owner.query('select * from tried.things');
		expect(rows).toEqual([{ id: 1 }]);
		write('2026-01-01-03-tried-three.sql', 'insert into tried.things values (2)');
		await migrate(database.owner, folder);
	});

	it('refuse to go on when one that ran was altered', async () => {
		write('2026-01-01-01-tried-one.sql', 'create schema tried');
		await expect(migrate(database.owner, folder)).rejects.toThrow(/altered since: 2026-01-01-01/);
	});

	it('refuse a database that is newer than the program', async () => {
		await database.owner.query(`insert into shigikira.migrations (name, sha256) values ('2999-01-01-01-later.sql', '')`);
		await expect(migrate(database.owner, folder)).rejects.toThrow(/newer than this program/);
	});
});
