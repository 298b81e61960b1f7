import { fork } from 'node:child_process';
import { join } from 'node:path';
import { CannotStart, inTerminal } from '../src/platform/server/cannot-start.ts';
import { listen, type Handler } from '../src/platform/server/http.ts';
import { readOptions, type Options } from '../src/platform/server/options.ts';
import { buildIfStale } from './build.ts';
import type { Loaded, LoadingWanted } from './load.ts';
import { openHouse, type House } from './open-house.ts';
import { stopSignal } from './stop-signal.ts';

// One million characters typed into one field, each coded in up to nine, must still come back with a sentence.
const LARGEST_BODY = '10M';
const programFolder = join(import.meta.dirname, '..');

try {
	await start(readOptions(process.argv.slice(2), process.env));
} catch (failure) {
	console.error(failure instanceof CannotStart ? failure.message : failure);
	process.exit(1);
}

async function start(options: Options): Promise<void> {
	const stopping = stopSignal();
	const [house] = await bothOrNone(openHouse(options), buildIfStale());
	try {
		const [handler, lines] = await Promise.all([loadHandler(house), load(house, options)]);
		const { host, behindProxy } = options;
		const listening = await listen({ port: options.port, host, behindProxy, handler });
		const open = `\n${inTerminal('Shigikira est ouvert :', 'Shigikira is open:')} http://${host ?? 'localhost'}:${listening.port}`;
		// Said at once: whoever waits for the address reads the sign-ins with it.
		console.log([open, ...lines].join('\n'));

		const why = await Promise.race([stopping, house.ended.then(() => 'postgres' as const)]);
		if (why === 'postgres')
			console.error(inTerminal("PostgreSQL s'est arrêté ; le programme s'arrête aussi.", 'PostgreSQL has ended; the program ends too.'));
		else console.log(inTerminal('Arrêt…', 'Stopping…'));
		process.emit('sveltekit:shutdown' as never, why as never);
		await listening.close();
		await house.close();
		process.exit(why === 'postgres' ? 1 : 0);
	} catch (failure) {
		await house.close();
		throw failure;
	}
}

async function loadHandler(house: House): Promise<Handler> {
	Object.assign(process.env, {
		BODY_SIZE_LIMIT: LARGEST_BODY,
		PROTOCOL_HEADER: 'x-forwarded-proto',
		ADDRESS_HEADER: 'x-forwarded-for',
		NODE_ENV: 'production',
	});
	// The built pages are a bundle of their own: this is how they find what was opened here.
	Object.assign(globalThis, { [Symbol.for('shigikira.database')]: { ...house.database, dataFolder: house.dataFolder, programFolder } });
	const built = new URL('../build/handler.js', import.meta.url).href;
	const { handler } = (await import(built)) as { handler: Handler };
	return handler;
}

async function load({ connections }: House, { empty, demonstration }: Options): Promise<readonly string[]> {
	const child = fork(join(import.meta.dirname, 'load.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const wanted: LoadingWanted = { connections, empty, demonstration };
	child.send(wanted);
	return new Promise((resolve, reject) => {
		child.once('message', ({ lines }: Loaded) => resolve(lines));
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`Loading ended with ${code}`)));
	});
}

// When one of the two fails the other must not be left half done.
async function bothOrNone(opening: Promise<House>, building: Promise<boolean>): Promise<readonly [House]> {
	const [house, built] = await Promise.allSettled([opening, building]);
	if (house.status === 'rejected') throw house.reason;
	if (built.status === 'fulfilled') return [house.value];
	await house.value.close();
	throw built.reason;
}
