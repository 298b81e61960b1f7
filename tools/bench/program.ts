import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programFlags } from '../node-flags.mjs';

/** A whole program under measurement: its address, its process, and what it printed. */
export type Program = Readonly<{ base: string; pid: number; password: string; firstPageMs: number; stop: () => Promise<void> }>;

/** Starts the program on a data folder and waits for its first page. Throws with what it printed when it does not open in two minutes. */
export async function startProgram(dataFolder: string, port: number): Promise<Program> {
	const began = performance.now();
	const child = spawn(process.execPath, [...programFlags, join(import.meta.dirname, '../main.ts'), '--data', dataFolder, '--port', String(port)], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => {
			printed += text.toString();
			if (process.env['BENCH_LOUD']) process.stderr.write(text);
		});
	const base = `http://localhost:${port}`;
	while (!(await isOpen(base))) {
		if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error(`The program did not open:\n${printed}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	const firstPageMs = performance.now() - began;
	while (!/emonstration:.*·/.test(printed) && performance.now() - began < 60_000) await new Promise((resolve) => setTimeout(resolve, 50));
	return { base, pid: Number(child.pid), password: /· (\S+)/.exec(printed)?.[1] ?? '', firstPageMs, stop: () => stopped(child) };
}

/** Makes a folder for one measurement. Returns it with the way to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
	const path = await mkdtemp(join(tmpdir(), 'shigikira-bench-'));
	return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The memory a process holds now, in MiB (VmRSS). */
export function memoryOf(pid: number): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Signs somebody in and returns her cookie. */
export async function signIn(base: string, userName: string, password: string): Promise<string> {
	const response = await fetch(`${base}/entrer`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ userName, password }),
	});
	const cookie = response.headers
		.getSetCookie()
		.find((line) => line.includes('session_token'))
		?.split(';')[0];
	if (!cookie) throw new Error(`Nobody came in as ${userName} (${response.status})`);
	return cookie;
}

async function isOpen(base: string): Promise<boolean> {
	return fetch(`${base}/`).then(
		({ status }) => status < 500,
		() => false,
	);
}

function stopped(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill('SIGTERM');
	});
}
