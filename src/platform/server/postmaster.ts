import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import type { Listening } from './postgres-settings.ts';
import { happensWithin, isPostgres, markOfProcess, postgresProcessesIn } from './process-life.ts';

const PATIENCE = 15_000;

/**
 * Clears what a killed program left in a PostgreSQL folder: a server that still runs is stopped without loss, and a
 * file that names a dead one is removed. Refuses when a server there cannot be stopped.
 */
export async function clearLeftovers(folder: string): Promise<void> {
	const file = join(folder, 'postmaster.pid');
	const recorded = recordedIn(file);
	await endDeleted(folder);
	// The recorded number may by now be any other process: it is ours only if it works in this folder.
	const working = () => (process.platform === 'linux' ? postgresProcessesIn(folder) : recorded && isPostgres(recorded) ? [recorded] : []);

	const left = working();
	if (left.length > 0) {
		const postmaster = left.find((pid) => pid === recorded);
		if (postmaster) send(postmaster, 'SIGINT');
		// The children of a killed postmaster notice and end by themselves.
		if (!(await happensWithin(PATIENCE, () => working().length === 0))) {
			for (const pid of working()) send(pid, 'SIGQUIT');
		}
		if (!(await happensWithin(PATIENCE, () => working().length === 0))) {
			throw new CannotStart(
				`Un PostgreSQL (processus ${working().join(', ')}) tourne encore dans ${folder} et ne s'arrête pas.`,
				`A PostgreSQL (process ${working().join(', ')}) is still running in ${folder} and does not stop.`,
			);
		}
	}
	if (existsSync(file)) rmSync(file);
}

// A server whose folder was deleted under it would, at its end, write over what stands at the same path by then: it ends at once, writing nothing.
async function endDeleted(folder: string): Promise<void> {
	const working = () => postgresProcessesIn(`${folder} (deleted)`);
	for (const pid of working()) send(pid, 'SIGQUIT');
	await happensWithin(PATIENCE, () => working().length === 0);
}

/** Takes a process number of a PostgreSQL server and ends it without loss: quickly if it can, at once if it does not. */
export async function stopPostmaster(pid: number): Promise<void> {
	const ended = () => markOfProcess(pid) === undefined;
	send(pid, 'SIGINT');
	if (await happensWithin(PATIENCE, ended)) return;
	send(pid, 'SIGQUIT');
	await happensWithin(PATIENCE, ended);
}

/** Takes a PostgreSQL folder and returns where its running server listens, as that server recorded it. */
export function addressOf(folder: string): Listening | undefined {
	try {
		const [, , , port, socketFolder] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
		return socketFolder ? { socketFolder } : { port: Number(port) };
	} catch {
		return undefined;
	}
}

function recordedIn(file: string): number | undefined {
	try {
		const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
		return pid > 1 ? pid : undefined;
	} catch {
		return undefined;
	}
}

function send(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch {
		// It ended between the look and the signal.
	}
}
