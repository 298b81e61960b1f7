import { test as base } from '@playwright/test';
import { forget, newDataFolder, startProgram, type Program } from './program.ts';

type Given = Readonly<{ program: Program }>;
type GivenToWorker = Readonly<{ programArgs: readonly string[]; programOf: (file: string) => Promise<Program> }>;

/**
 * A test with a whole program in `program`, one for all journeys of a file and for no other file: a journey may count on the
 * demonstration as it was loaded. `page` starts at its address. `test.use({ programArgs: ['--empty'] })` starts it without any programme.
 */
export const test = base.extend<Given, GivenToWorker>({
	programArgs: [[], { option: true, scope: 'worker' }],
	// A worker goes on to another file with the same options: the program of the file before is closed then.
	programOf: [
		async ({ programArgs }, use) => {
			let running: { file: string; program: Program } | undefined;
			const close = async () => {
				if (!running) return;
				await running.program.stop();
				forget(running.program.dataFolder);
				running = undefined;
			};
			await use(async (file) => {
				if (running?.file !== file) {
					await close();
					running = { file, program: await startProgram({ dataFolder: newDataFolder(), args: programArgs }) };
				}
				return running.program;
			});
			await close();
		},
		{ scope: 'worker', timeout: 180_000 },
	],
	program: [async ({ programOf }, use, { file }) => use(await programOf(file)), { timeout: 180_000 }],
	baseURL: async ({ program }, use) => use(program.address),
});

export { expect } from '@playwright/test';
