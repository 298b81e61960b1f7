import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { gateBeside, type Connections } from '#platform/server/connection.ts';
import { openDatabase, type Database } from '#platform/server/database.ts';
import { TEMPLATE } from './test-cluster.ts';

/** A migrated, empty database for one file of tests. `superuser` passes by every guard, as an attacker of the machine would. */
export type TestDatabase = Database & Readonly<{ superuser: pg.Pool; connections: Connections }>;

/** Copies the migrated template into a database of this file's own, and drops it after the file's tests. Call it at the top of the file. */
export async function testDatabase(): Promise<TestDatabase> {
	const house = inject('superuser');
	const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
	await once(house, `create database ${name} template ${TEMPLATE}`);
	const owner = { ...house, database: name };
	const connections = { owner, gate: gateBeside(owner) };
	const database = await openDatabase(connections);
	const superuser = new pg.Pool({ ...owner, max: 2 });
	// A connection that is still closing when its database is dropped has nothing more to say.
	superuser.on('error', () => undefined);
	superuser.on('connect', (client) => client.on('error', () => undefined));
	afterAll(async () => {
		await superuser.end();
		await database.close();
		await once(house, `drop database ${name} with (force)`);
	});
	return { ...database, superuser, connections };
}

async function once(connection: Connections['owner'], statement: string): Promise<void> {
	const client = new pg.Client({ ...connection });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
