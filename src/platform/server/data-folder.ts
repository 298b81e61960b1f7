import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { markOfProcess } from './process-life.ts';

/** A data folder that this process alone works in, until it lets go. */
export type HeldFolder = Readonly<{ path: string; letGo: () => void }>;

type Holder = Readonly<{ pid: number; mark: string }>;

/**
 * Takes the data folder for this process: creates it if it is missing, readable by its owner only.
 * Returns its real path and the way to let go. Refuses when another living Shigikira works in it.
 */
export function holdDataFolder(folder: string): HeldFolder {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = realpathSync(folder);
	const lock = join(path, 'shigikira.lock');
	const mine = join(path, `shigikira.lock.${process.pid}`);
	writeFileSync(mine, JSON.stringify({ pid: process.pid, mark: markOfProcess(process.pid) ?? '' }));
	try {
		for (let attempt = 0; attempt < 20; attempt++) {
			if (links(mine, lock)) return { path, letGo: () => rmSync(lock, { force: true }) };
			removeIfStale(lock, mine);
		}
	} finally {
		rmSync(mine, { force: true });
	}
	throw new Error(`The lock ${lock} can be neither taken nor read`);
}

/** Takes a data folder and returns the number of the living Shigikira process that works in it, if there is one. */
export function holderOf(folder: string): number | undefined {
	const holder = read(join(folder, 'shigikira.lock'));
	return holder && markOfProcess(holder.pid) === holder.mark ? holder.pid : undefined;
}

function removeIfStale(lock: string, mine: string): void {
	const holder = read(lock);
	if (holder && markOfProcess(holder.pid) === holder.mark) {
		throw new CannotStart(
			`Shigikira tourne déjà sur ce dossier de données (processus ${holder.pid}). Arrêtez-le d'abord, ou choisissez un autre dossier avec --data.`,
			`Shigikira is already running on this data folder (process ${holder.pid}). Stop it first, or choose another folder with --data.`,
		);
	}
	// Two starts may both find the same stale lock: whoever moves away a lock that is not that one puts it back.
	const aside = `${mine}.stale`;
	try {
		renameSync(lock, aside);
	} catch {
		return;
	}
	const moved = read(aside);
	if (moved?.pid !== holder?.pid || moved?.mark !== holder?.mark) links(aside, lock);
	rmSync(aside, { force: true });
}

function links(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (failure) {
		if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw failure;
	}
}

function read(lock: string): Holder | undefined {
	try {
		const found: unknown = JSON.parse(readFileSync(lock, 'utf8'));
		const { pid, mark } = found as Partial<Holder>;
		return typeof pid === 'number' && typeof mark === 'string' ? { pid, mark } : undefined;
	} catch {
		return undefined;
	}
}
