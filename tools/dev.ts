import { join } from 'node:path';
import { createServer } from 'vite';
import { loadProgrammes } from '#app/load.ts';
import { CannotStart } from '../src/platform/server/cannot-start.ts';
import { listen } from '../src/platform/server/http.ts';
import { readOptions } from '../src/platform/server/options.ts';
import { openHouse } from './open-house.ts';

const programFolder = join(import.meta.dirname, '..');

// The whole program for whoever changes it: as `npm start`, with pages that follow their sources.
try {
	const options = readOptions(process.argv.slice(2), process.env);
	const house = await openHouse(options);
	Object.assign(globalThis, { [Symbol.for('shigikira.database')]: { ...house.database, dataFolder: house.dataFolder, programFolder } });
	const lines = await loadProgrammes({ database: house.database, empty: options.empty, demonstration: options.demonstration });
	const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
	const { host, behindProxy } = options;
	const listening = await listen({ port: options.port, host, behindProxy, handler: vite.middlewares });
	console.log([`http://${host ?? 'localhost'}:${listening.port}`, ...lines].join('\n'));

	await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
	await vite.close();
	await house.close();
	process.exit(0);
} catch (failure) {
	console.error(failure instanceof CannotStart ? failure.message : failure);
	process.exit(1);
}
