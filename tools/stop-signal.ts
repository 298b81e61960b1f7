import { readFileSync } from 'node:fs';

/** Resolves when the program is asked to end: by a signal, by the terminal, or because whoever started it has gone. */
export function stopSignal(): Promise<'signal'> {
	return new Promise((resolve) => {
		const stop = () => resolve('signal');
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
		process.once('disconnect', stop);
		if (!process.env['npm_lifecycle_event']) return;
		// Killed without notice, npm cannot tell: between it and us stands the shell it started, or nobody.
		const starters = startersOf();
		setInterval(() => startersOf() !== starters && stop(), 1000).unref();
	});
}

function startersOf(): string {
	return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
	} catch {
		return '';
	}
}
