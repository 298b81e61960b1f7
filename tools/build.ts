import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, inTerminal } from '../src/platform/server/cannot-start.ts';
import { holdDataFolder, type HeldFolder } from '../src/platform/server/data-folder.ts';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'build', 'made-from.txt');

/** Builds the pages when the build is missing or made from other sources. Two starts at once build once. Returns whether it built. */
export async function buildIfStale(): Promise<boolean> {
	if (isFresh()) return false;
	const held = await takeTurn();
	try {
		if (isFresh()) return false;
		const stamp = stampOfSources();
		console.log(inTerminal('Construction des pages (une fois par version)…', 'Building the pages (once per version)…'));
		if (existsSync(join(root, 'tools', 'compile-words.ts'))) await runNode(['tools/compile-words.ts']);
		await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
		writeFileSync(stampFile, stamp);
		return true;
	} finally {
		held.letGo();
	}
}

function isFresh(): boolean {
	return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources();
}

function stampOfSources(): string {
	const sources = globSync(
		[
			'src/**/*.*',
			'static/**/*.*',
			'tools/chunks.ts',
			'tools/compile-words.ts',
			'tools/message-*.ts',
			'vite.config.ts',
			'package.json',
			'package-lock.json',
			'tsconfig.json',
		],
		{
			cwd: root,
			exclude: ['src/words.generated/**', '**/*.test.ts'],
		},
	).filter((source) => statSync(join(root, source)).isFile());
	const hash = createHash('sha256');
	for (const source of sources.sort())
		hash
			.update(source)
			.update('\0')
			.update(readFileSync(join(root, source)))
			.update('\0');
	return hash.digest('hex');
}

async function takeTurn(): Promise<HeldFolder> {
	const folder = join(root, 'node_modules', '.cache', 'build');
	for (let waited = 0; ; waited++) {
		try {
			return holdDataFolder(folder);
		} catch (failure) {
			if (!(failure instanceof CannotStart) || waited > 1200) throw failure;
			await new Promise((resolve) => setTimeout(resolve, 250));
		}
	}
}

// In a process of its own: building takes memory that the running program should not keep.
async function runNode(args: readonly string[]): Promise<void> {
	const child = spawn(process.execPath, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
	let said = '';
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
	if (code === 0) return;
	throw new CannotStart(`La construction a échoué (${args[0]}) :\n${said}`, `The build failed (${args[0]}):\n${said}`);
}
