import { loadProgrammes } from '#app/load.ts';
import type { Connections } from '../src/platform/server/connection.ts';
import { openDatabase } from '../src/platform/server/database.ts';

/** What the program hands to the process that loads for it, and what comes back: lines for the terminal. */
export type LoadingWanted = Readonly<{ connections: Connections; empty: boolean; demonstration: boolean }>;
export type Loaded = Readonly<{ lines: readonly string[] }>;

// A process of its own, started by tools/main.ts: what loading takes in memory, the running program need not keep.
if (process.argv[1] === import.meta.filename) {
	process.once('message', (wanted: LoadingWanted) => {
		void load(wanted);
	});
}

async function load({ connections, empty, demonstration }: LoadingWanted): Promise<void> {
	const database = await openDatabase(connections);
	const lines = await loadProgrammes({ database, empty, demonstration });
	await database.close();
	const loaded: Loaded = { lines };
	process.send?.(loaded, () => process.exit());
}
