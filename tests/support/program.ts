import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A whole running program. `said` is all it told the terminal so far; `ended` resolves with its exit code. */
export type Program = Readonly<{
	address: string;
	pid: number;
	dataFolder: string;
	said: () => string;
	ended: Promise<number | null>;
	stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}>;

type Wanted = Readonly<{
	dataFolder?: string;
	args?: readonly string[];
	environment?: NodeJS.ProcessEnv;
	/** What is run; on the Node that runs the tests unless it says otherwise. */
	command?: readonly [string, ...string[]];
	cwd?: string;
	patience?: number;
}>;

/** Makes a data folder for one test. It is deleted by `forget`. */
export function newDataFolder(): string {
	return mkdtempSync(join(tmpdir(), 'shigikira-program-'));
}

/** Deletes a data folder that no program works in any more. */
export function forget(dataFolder: string): void {
	rmSync(dataFolder, { recursive: true, force: true });
}

/** Starts the whole program on a free port and waits until it says its address. Throws with all it said when it ends before. */
export async function startProgram(wanted: Wanted = {}): Promise<Program> {
	const dataFolder = wanted.dataFolder ?? newDataFolder();
	const [command, ...before] = wanted.command ?? [process.execPath, 'tools/main.ts'];
	const child = spawn(command, [...before, '--port', '0', '--data', dataFolder, ...(wanted.args ?? [])], {
		cwd: wanted.cwd ?? ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, NODE_ENV: '', VITEST: '', LANG: 'C.UTF-8', LC_ALL: '', ...wanted.environment },
	});
	let said = '';
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const address = await addressIn(() => said, ended, wanted.patience ?? 120_000);
	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		child.kill(signal);
		return ended;
	};
	return { address, pid: child.pid as number, dataFolder, said: () => said, ended, stop };
}

async function addressIn(said: () => string, ended: Promise<unknown>, patience: number): Promise<string> {
	let over = false;
	void ended.then(() => (over = true));
	for (const end = Date.now() + patience; Date.now() < end && !over;) {
		// The lines that follow the address are told at once with it.
		const found = /open: (http:\S+)\n/.exec(said());
		if (found?.[1]) return found[1];
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error(`The program did not open. It said:\n${said()}`);
}
