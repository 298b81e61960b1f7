import { cpSync, existsSync } from 'node:fs';
import { delimiter, join, relative, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { forget, newDataFolder, startProgram, type Program } from '../support/program.ts';

const ROOT = join(import.meta.dirname, '../..');
const MADE_HERE = ['node_modules', 'build', 'data', '.git', '.svelte-kit', 'test-results', 'playwright-report', join('src', 'words.generated')];

const folder = newDataFolder();
const copy = join(folder, 'la copie');
// The path holds a space and an accent, as folders do.
const dataFolder = join(folder, 'données');
let program: Program | undefined;

afterAll(async () => {
	await program?.stop();
	forget(folder);
});

// What a machine has before anything is installed: npm, and a Node that may be older.
const PATH = (process.env['PATH'] ?? '')
	.split(delimiter)
	.filter((part) => !part.includes('node_modules'))
	.join(delimiter);
const start = () =>
	startProgram({ dataFolder, cwd: copy, command: ['npm', 'start', '--'], environment: { PATH, INIT_CWD: undefined }, patience: 600_000 });

describe('a fresh copy of the project', { timeout: 700_000 }, () => {
	it('becomes a running program by one command, and says what it is doing', async () => {
		cpSync(ROOT, copy, { recursive: true, filter: (path) => !MADE_HERE.includes(relative(ROOT, path)) && !path.endsWith(`${sep}.DS_Store`) });
		program = await start();
		expect((await fetch(program.address)).ok).toBe(true);
		for (const doing of [/Installing packages/, /Starting PostgreSQL/, /Building the pages/, /Database brought up to date/]) {
			expect(program.said()).toMatch(doing);
		}
		await program.stop();
	});

	it('starts a second time without installing or building', async () => {
		program = await start();
		expect((await fetch(program.address)).ok).toBe(true);
		expect(program.said()).not.toMatch(/Installing|Building|brought up to date/);
		expect(existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))).toBe(true);
	});
});
