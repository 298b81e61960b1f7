import { join } from 'node:path';
import type { Pool } from 'pg';
import { openDoor, type Door } from '#platform/access/door/door.ts';
import { visitorsAt, type FindsVisitor } from '#platform/access/door/visitor.ts';
import { keepSealing } from '#platform/audit/sealer.ts';
import { fileStoreIn, type FileStore } from '#platform/files/file-store.ts';
import { openHouse, type House } from '#platform/commands/runner.ts';
import { readersOver, type Readers } from '#platform/reading/reading.ts';
import type { Database } from '#platform/server/database.ts';
import { capabilities } from './capabilities.ts';

/** The running program, as its pages reach it. */
export type App = Readonly<{
	house: House;
	readers: Readers;
	door: Door;
	visitorOf: FindsVisitor;
	files: FileStore;
	/** Writes how far something is that lasts, and reads what no person may and nobody is told. */
	judge: Pool;
	dataFolder: string;
	programFolder: string;
}>;

// The built pages are one bundle and the starter another: they meet on the global object, under names of their own.
const DATABASE = Symbol.for('shigikira.database');
const APP = Symbol.for('shigikira.app');
type Handed = Database & Readonly<{ dataFolder: string; programFolder: string }>;
type Meeting = { [DATABASE]?: Handed; [APP]?: Promise<App> };

/** The running program. Throws when whoever started it handed no open database to its pages. */
export function theApp(): Promise<App> {
	const meeting = globalThis as Meeting;
	return (meeting[APP] ??= openApp(meeting[DATABASE]));
}

async function openApp(database: Handed | undefined): Promise<App> {
	if (!database) throw new Error('The program was not started: no database was handed to its pages');
	const house = openHouse(database, capabilities);
	// Behind a proxy people come by TLS, and a cookie must never travel otherwise.
	const secure = process.env['TRUST_PROXY'] === '1';
	const door = await openDoor(
		database.gateAs('shigikira_doorkeeper', { schema: 'auth', settings: { plan_cache_mode: 'force_generic_plan' } }),
		secure,
	);
	const stopSealing = keepSealing(database.gate);
	process.once('sveltekit:shutdown' as never, () => void stopSealing());
	return {
		...{
			house,
			readers: readersOver(database.gate),
			door,
			visitorOf: visitorsAt(door),
			dataFolder: database.dataFolder,
			programFolder: database.programFolder,
		},
		files: fileStoreIn(join(database.dataFolder, 'files')),
		judge: database.gateAs('shigikira_judge', { size: 1 }),
	};
}
