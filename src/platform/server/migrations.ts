import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { CannotStart } from './cannot-start.ts';
import { withConnection } from './database.ts';

const LOCK = 7299;

/** A migration that ran, and the digest of its text. */
export type Ran = Readonly<{ name: string; sha256: string }>;
type Migration = Ran & Readonly<{ sql: string }>;

/**
 * Brings the database to what this program expects: runs each SQL file of the folder that has not run yet, in the order
 * of names, each in a transaction of its own, one copy of the program at a time. With `only`, to an earlier state: that
 * of a database in which only those had run.
 * Returns the names of those that ran. Refuses when a file that ran was altered since, or when the database is newer.
 */
export async function migrate(owner: Pool, folder: string, only?: readonly Ran[]): Promise<readonly string[]> {
	const known = await readMigrations(folder);
	const migrations = only ? known.filter(({ name }) => only.some((ran) => ran.name === name)) : known;
	refuseStrange(known, only ?? []);
	return withConnection(owner, async (client) => {
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		try {
			const missing = await listMissing(client, migrations);
			for (const migration of missing) await run(client, migration);
			return missing.map(({ name }) => name);
		} finally {
			await client.query('select pg_advisory_unlock($1)', [LOCK]);
		}
	});
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
	return Promise.all(
		names.map(async (name) => {
			const sql = await readFile(join(folder, name), 'utf8');
			// A checkout on Windows may change the ends of lines, which changes nothing.
			return { name, sql, sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
		}),
	);
}

async function listMissing(client: PoolClient, migrations: readonly Migration[]): Promise<readonly Migration[]> {
	await client.query('create schema if not exists shigikira');
	await client.query(`create table if not exists shigikira.migrations (
		name text primary key, sha256 text not null, run_at timestamptz not null default now())`);
	await client.query('grant usage on schema shigikira to shigikira_backup');
	await client.query('grant select on shigikira.migrations to shigikira_backup');
	const { rows } = await client.query<Ran>('select name, sha256 from shigikira.migrations');
	refuseStrange(migrations, rows);
	const run = new Set(rows.map(({ name }) => name));
	return migrations.filter(({ name }) => !run.has(name));
}

function refuseStrange(known: readonly Migration[], ran: readonly Ran[]): void {
	const digests = new Map(known.map(({ name, sha256 }) => [name, sha256]));
	const unknown = ran.map(({ name }) => name).filter((name) => !digests.has(name));
	if (unknown.length > 0) {
		throw new CannotStart(
			`La base de données est plus récente que ce programme (elle connaît ${unknown.join(', ')}). Installez la version récente de Shigikira, ou rétablissez une sauvegarde.`,
			`The database is newer than this program (it knows ${unknown.join(', ')}). Install the newer Shigikira, or restore a backup.`,
		);
	}
	const altered = ran.filter(({ name, sha256 }) => digests.get(name) !== sha256).map(({ name }) => name);
	if (altered.length > 0) {
		throw new CannotStart(
			`Des migrations déjà exécutées ont été modifiées depuis : ${altered.join(', ')}. Remettez-les telles qu'elles étaient.`,
			`Migrations that have run were altered since: ${altered.join(', ')}. Put them back as they were.`,
		);
	}
}

async function run(client: PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
	await client.query('begin');
	try {
		await client.query(sql);
		await client.query('insert into shigikira.migrations (name, sha256) values ($1, $2)', [name, sha256]);
		await client.query('commit');
	} catch (failure) {
		await client.query('rollback');
		throw new Error(`Migration ${name} failed${placeOf(failure, sql)}: ${(failure as Error).message}`, { cause: failure });
	}
}

function placeOf(failure: unknown, sql: string): string {
	const position = Number((failure as { position?: unknown }).position);
	return position > 0 ? ` at line ${sql.slice(0, position).split('\n').length}` : '';
}
