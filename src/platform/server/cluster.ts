import pg from 'pg';
import { gateBeside, type Connection, type Connections } from './connection.ts';
import { connectionToRunning, startPostgres, type RunningPostgres } from './postgres.ts';

/** Our own PostgreSQL, running, with the database of the program in it. */
export type OwnPostgres = Readonly<{ postgres: RunningPostgres; connections: Connections }>;

const DATABASE = 'shigikira';

/** Starts our own PostgreSQL in a held data folder and creates the program's database in it the first time. Returns both connections. */
export async function startOwnPostgres(dataFolder: string): Promise<OwnPostgres> {
	const postgres = await startPostgres(dataFolder);
	try {
		await ensureDatabase(postgres.connection);
	} catch (failure) {
		await postgres.stop();
		throw failure;
	}
	return { postgres, connections: intoDatabase(postgres.connection) };
}

async function ensureDatabase(connection: Connection): Promise<void> {
	const client = new pg.Client({ ...connection });
	await client.connect();
	try {
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
		if (rowCount === 0) await client.query(`create database ${DATABASE}`);
	} finally {
		await client.end();
	}
}

/** Returns the connections to the program's database of a data folder in which the program is running. Refuses when it is not. */
export function connectionsToRunning(dataFolder: string): Connections {
	return intoDatabase(connectionToRunning(dataFolder));
}

function intoDatabase(connection: Connection): Connections {
	const owner = { ...connection, database: DATABASE };
	return { owner, gate: gateBeside(owner) };
}
