import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, inTerminal } from '../src/platform/server/cannot-start.ts';
import { connectionsToRunning, startOwnPostgres } from '../src/platform/server/cluster.ts';
import { connectionsFrom, type Connections } from '../src/platform/server/connection.ts';
import { holdDataFolder, holderOf } from '../src/platform/server/data-folder.ts';
import { openDatabase, type Database } from '../src/platform/server/database.ts';
import { migrate } from '../src/platform/server/migrations.ts';
import type { Options } from '../src/platform/server/options.ts';

/** The database open and migrated, with what must be closed after it. `ended` resolves when our own PostgreSQL ends by itself. */
export type House = Readonly<{
	database: Database;
	connections: Connections;
	dataFolder: string;
	ended: Promise<unknown>;
	close: () => Promise<void>;
}>;

type Ground = Readonly<{ connections: Connections; dataFolder: string; ended: Promise<unknown>; leave: () => Promise<void> }>;

/** Where the files of a house are, beside its database. */
export function filesFolderOf(dataFolder: string): string {
	return join(dataFolder, 'files');
}

/**
 * Opens the database for a tool that works beside the program or without it: that of the running program if there is
 * one, else our own PostgreSQL for as long as the tool works. Nothing is migrated.
 */
export async function openBeside(options: Options): Promise<House> {
	const ground = await besideOrOwn(options);
	try {
		const database = await openDatabase(ground.connections, { gateSize: 2 });
		const close = async () => {
			await database.close();
			await ground.leave();
		};
		return { database, connections: ground.connections, dataFolder: ground.dataFolder, ended: ground.ended, close };
	} catch (failure) {
		await ground.leave();
		throw failure;
	}
}

/**
 * Like `openBeside`, for a tool that reads what is there: refuses a folder in which no Shigikira ever worked, instead of
 * making an empty one in it.
 */
export async function openExisting(options: Options): Promise<House> {
	const { databaseUrl, dataFolder } = options;
	if (!databaseUrl && !existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))) {
		throw new CannotStart(
			`Il n'y a pas de données de Shigikira dans ${dataFolder}. Nommez leur dossier avec --data, comme le fait le service.`,
			`There are no data of Shigikira in ${dataFolder}. Name their folder with --data, as the service does.`,
		);
	}
	return openBeside(options);
}

async function besideOrOwn(options: Options): Promise<Ground> {
	const { databaseUrl, dataFolder } = options;
	if (databaseUrl) return outside(databaseUrl, options);
	if (holderOf(dataFolder) === undefined) return own(dataFolder);
	return { connections: connectionsToRunning(dataFolder), dataFolder, ended: new Promise(() => undefined), leave: async () => undefined };
}

/** Opens our own PostgreSQL in the data folder, or the one of DATABASE_URL, and brings it to what this program expects. */
export async function openHouse(options: Options): Promise<House> {
	const ground = options.databaseUrl ? outside(options.databaseUrl, options) : await own(options.dataFolder);
	try {
		const database = await openDatabase(ground.connections);
		const close = async () => {
			try {
				await closeWithin(3_000, database);
			} finally {
				await ground.leave();
			}
		};
		try {
			const done = await migrate(database.owner, join(import.meta.dirname, '../migrations'));
			if (done.length > 0)
				console.log(inTerminal(`Base de données mise à jour (${done.length} étapes).`, `Database brought up to date (${done.length} steps).`));
		} catch (failure) {
			await database.close();
			throw failure;
		}
		return { database, connections: ground.connections, dataFolder: ground.dataFolder, ended: ground.ended, close };
	} catch (failure) {
		await ground.leave();
		throw failure;
	}
}

function outside(url: string, { ownerUrl, dataFolder }: Options): Ground {
	console.log(inTerminal('Connexion à PostgreSQL (DATABASE_URL)…', 'Connecting to PostgreSQL (DATABASE_URL)…'));
	// Several copies may serve one database and share this folder: nobody holds it alone.
	return { connections: connectionsFrom(url, ownerUrl), dataFolder, ended: new Promise(() => undefined), leave: async () => undefined };
}

async function own(folder: string): Promise<Ground> {
	const held = holdDataFolder(folder);
	console.log(inTerminal(`Démarrage de PostgreSQL dans ${held.path}…`, `Starting PostgreSQL in ${held.path}…`));
	try {
		const { postgres, connections } = await startOwnPostgres(held.path);
		const leave = async () => {
			await postgres.stop();
			held.letGo();
		};
		return { connections, dataFolder: held.path, ended: postgres.ended, leave };
	} catch (failure) {
		held.letGo();
		throw failure;
	}
}

// A connection that somebody still holds would keep the program from ending for ever.
async function closeWithin(milliseconds: number, database: Database): Promise<void> {
	await Promise.race([database.close(), new Promise((resolve) => setTimeout(resolve, milliseconds).unref())]);
}
