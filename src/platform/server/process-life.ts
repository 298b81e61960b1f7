import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Takes a process number and returns a mark of that very process, which no later process with the same number bears.
 * Returns nothing when it has ended, or is a zombie.
 */
export function markOfProcess(pid: number): string | undefined {
	if (process.platform !== 'linux') return isThere(pid) ? 'alive' : undefined;
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name stands in parentheses and may itself hold spaces and parentheses.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		return `${boot} ${fields[19] ?? ''}`;
	} catch {
		return undefined;
	}
}

/** Takes a folder and returns the numbers of the living PostgreSQL processes that work in it (Linux only, elsewhere none). */
export function postgresProcessesIn(folder: string): readonly number[] {
	if (process.platform !== 'linux') return [];
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => linkOf(`/proc/${pid}/cwd`) === folder && isPostgres(pid) && markOfProcess(pid) !== undefined);
}

/** Takes a process number and returns whether a living process that bears it runs PostgreSQL; elsewhere than on Linux, whether it lives. */
export function isPostgres(pid: number): boolean {
	if (process.platform !== 'linux') return isThere(pid);
	return /\/postgres( \(deleted\))?$/.test(linkOf(`/proc/${pid}/exe`) ?? '');
}

/** Takes a question and asks it every few milliseconds. Returns whether it was answered yes within the given time. */
export async function happensWithin(milliseconds: number, question: () => boolean): Promise<boolean> {
	const end = Date.now() + milliseconds;
	while (!question()) {
		if (Date.now() > end) return false;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return true;
}

function linkOf(path: string): string | undefined {
	try {
		return readlinkSync(path);
	} catch {
		return undefined;
	}
}

function isThere(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (failure) {
		return (failure as NodeJS.ErrnoException).code === 'EPERM';
	}
}
