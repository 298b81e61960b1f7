import { test as base } from '@playwright/test';
import { forget, newDataFolder, startProgram, type Program } from './program.ts';

type Given = Readonly<{ program: Program; programArgs: readonly string[] }>;

/**
 * A test with a whole program of its own in `program`, one for all journeys of a file's worker; `page` starts at its address.
 * `test.use({ programArgs: ['--empty'] })` starts it without any programme.
 */
export const test = base.extend<object, Given>({
	programArgs: [[], { option: true, scope: 'worker' }],
	program: [
		async ({ programArgs }, use) => {
			const program = await startProgram({ dataFolder: newDataFolder(), args: programArgs });
			await use(program);
			await program.stop();
			forget(program.dataFolder);
		},
		{ scope: 'worker', timeout: 180_000 },
	],
	baseURL: async ({ program }, use) => use(program.address),
});

export { expect } from '@playwright/test';
