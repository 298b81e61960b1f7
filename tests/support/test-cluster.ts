import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { gateBeside, type Connection } from '#platform/server/connection.ts';
import { holdDataFolder, holderOf } from '#platform/server/data-folder.ts';
import { openDatabase } from '#platform/server/database.ts';
import { migrate } from '#platform/server/migrations.ts';
import { clearLeftovers } from '#platform/server/postmaster.ts';
import { startPostgres } from '#platform/server/postgres.ts';

export const TEMPLATE = 'shigikira_template';
const PREFIX = 'shigikira-test-';

/** A PostgreSQL for one run of tests: `superuser` enters it above all guards, and a migrated database waits in it to be copied. */
export type TestCluster = Readonly<{ superuser: Connection; stop: () => Promise<void> }>;

/** Starts a PostgreSQL for a run of tests in a temporary folder, with a migrated template in it. Clears what killed runs left. */
export async function startTestCluster(): Promise<TestCluster> {
	await clearKilledRuns();
	const folder = mkdtempSync(join(tmpdir(), PREFIX));
	const held = holdDataFolder(folder);
	const postgres = await startPostgres(held.path, { lasting: false, connections: 200 });
	const stop = async () => {
		await postgres.stop();
		held.letGo();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await migrateTemplate(postgres.connection);
	} catch (failure) {
		await stop();
		throw failure;
	}
	return { superuser: postgres.connection, stop };
}

async function migrateTemplate(superuser: Connection): Promise<void> {
	const client = new pg.Client({ ...superuser });
	await client.connect();
	await client.query(`create database ${TEMPLATE}`);
	await client.end();
	const owner = { ...superuser, database: TEMPLATE };
	const database = await openDatabase({ owner, gate: gateBeside(owner) });
	try {
		await migrate(database.owner, join(import.meta.dirname, '../../migrations'));
	} finally {
		await database.close();
	}
}

async function clearKilledRuns(): Promise<void> {
	for (const name of readdirSync(tmpdir())) {
		const folder = join(tmpdir(), name);
		if (!name.startsWith(PREFIX) || !existsSync(join(folder, 'shigikira.lock')) || holderOf(folder)) continue;
		// Its own lock keeps two runs from clearing the same folder at once.
		mkdirSync(folder, { recursive: true });
		const held = holdDataFolder(folder);
		await clearLeftovers(join(held.path, 'postgres'));
		rmSync(folder, { recursive: true, force: true });
	}
}
