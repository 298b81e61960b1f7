import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '#platform/server/migrations.ts';
import { testDatabase } from '../support/test-database.ts';

const folder = join(import.meta.dirname, '../../migrations');
const database = await testDatabase();
const OURS = `nspname !~ '^(pg_|information_schema$|public$)'`;

/** The tables that no policy guards, because what they hold is not one person's to see or hide; everything else has one. */
const UNGUARDED = [
	'access.attempts',
	'access.row_scopes',
	'access.scopes',
	'access.seen',
	'audit.contents',
	'audit.lines',
	'audit.seals',
	'auth.account',
	'auth.secrets',
	'auth.session',
	'auth.user',
	'auth.verification',
	'facts.same_as',
	'programme.crosswalk',
	'programme.places',
	'registry.directory',
	'registry.directory_words',
	'shigikira.migrations',
	'sync.changes',
	'sync.lanes',
	'sync.node',
];

describe('migrations', () => {
	it('are named by day, number and what they lay', () => {
		for (const name of readdirSync(folder))
			expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-\d{2}-[a-z]+(-[a-z]+)+\.sql$|^\d{4}-\d{2}-\d{2}-\d{2}-[a-z]+\.sql$/);
	});

	it('change nothing when run again', async () => {
		expect(await migrate(database.owner, folder)).toEqual([]);
	});
});

describe('the database they lay', () => {
	it('belongs to its owner, who is no superuser', async () => {
		const { rows } = await database.superuser.query(`select n.nspname, c.relname, pg_get_userbyid(c.relowner) as owner from pg_class c
			join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'S', 'v', 'm') and pg_get_userbyid(c.relowner) <> 'shigikira_owner'`);
		expect(rows).toEqual([]);
	});

	it('guards every table but those named here, and its owner too', async () => {
		const { rows } = await database.superuser.query<{ name: string; guarded: boolean; forced: boolean }>(
			`select nspname || '.' || relname as name, relrowsecurity as guarded, relforcerowsecurity as forced
			from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and relkind = 'r' order by 1`,
		);
		expect(rows.filter(({ guarded, forced }) => guarded !== forced)).toEqual([]);
		expect(rows.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(UNGUARDED);
	});

	it('gives nothing to the gate itself, and nothing to everybody', async () => {
		const { rows } = await database.superuser.query(`select table_schema, table_name, grantee, privilege_type from information_schema.table_privileges
			where grantee in ('PUBLIC', 'shigikira_gate') and table_schema not in ('pg_catalog', 'information_schema') and table_schema <> 'words'`);
		expect(rows).toEqual([]);
	});

	it('lets those who read pages change nothing', async () => {
		const { rows } = await database.superuser.query(`select table_schema, table_name, grantee, privilege_type from information_schema.table_privileges
			where grantee in ('shigikira_reader', 'shigikira_public', 'shigikira_figures', 'shigikira_backup') and privilege_type <> 'SELECT'`);
		expect(rows).toEqual([]);
	});

	it('shows the public nothing but places, the frame of programmes and what was published', async () => {
		const { rows } = await database.superuser.query<{ name: string }>(`select distinct table_schema || '.' || table_name as name
			from information_schema.table_privileges where grantee = 'shigikira_public' order by 1`);
		expect(rows.map(({ name }) => name).filter((name) => !name.startsWith('programme.'))).toEqual(['registry.directory', 'registry.directory_words']);
	});
});
