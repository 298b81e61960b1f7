import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** How a program ended, and all it said. */
export type Ended = Readonly<{ code: number; said: string }>;

/**
 * Runs a script of the installed packages, or of ours, on this Node, and returns how it ended and what it said.
 * With `aloud`, what it says is shown while it says it.
 */
export async function runScript(
	args: readonly string[],
	{ aloud = false, environment = {} }: { aloud?: boolean; environment?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
	const child = spawn(process.execPath, [...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
	let said = '';
	for (const [from, to] of [
		[child.stdout, process.stdout],
		[child.stderr, process.stderr],
	] as const) {
		from.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			if (aloud) to.write(chunk);
		});
	}
	const end = () => child.kill('SIGTERM');
	process.once('SIGTERM', end).once('SIGINT', end);
	const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
	process.off('SIGTERM', end).off('SIGINT', end);
	return { code, said };
}
