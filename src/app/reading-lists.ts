import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Progress, Understanding, UnderstoodList } from '#capabilities/registry/server/understood-lists.ts';

/** A file as it was sent. */
export type SentFile = Readonly<{ bytes: Uint8Array; fileName: string }>;

/** What the process apart is asked, and what it tells. */
export type ReadingWanted = Readonly<{ file: SentFile; understanding: Understanding | undefined }>;
export type ToldApart = Readonly<{ progress: Progress } | { answer: UnderstoodList | Refusal }>;

/** How a list is to be read: what is told on the way, and for how long at most. */
export type ReadingApart = Readonly<{ understanding?: Understanding; onProgress?: (progress: Progress) => void; milliseconds?: number }>;

const MOST_MILLISECONDS = 120_000;
const MEMORY = '--max-old-space-size=256';
const LAST_WORDS = 8_000;

/**
 * Reads a list in a process of its own, so that a file that was made to do harm, or is merely huge, ends that process and not the
 * program. Takes the program's folder. Refuses what is no list, and says plainly when the process ended or took too long.
 */
export async function readListApart(
	programFolder: string,
	file: SentFile,
	{ understanding, onProgress, milliseconds = MOST_MILLISECONDS }: ReadingApart = {},
): Promise<UnderstoodList | Refusal> {
	const folder = realpathSync(programFolder);
	const child = fork(join(folder, 'tools/read-list.ts'), {
		cwd: folder,
		// It may read the program and nothing else, and inherits no address or password.
		execArgv: [MEMORY, '--permission', `--allow-fs-read=${folder}/`],
		env: {},
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	let lastWords = '';
	child.stderr?.setEncoding('utf8').on('data', (said: string) => (lastWords = (lastWords + said).slice(-LAST_WORDS)));
	return new Promise((resolve) => {
		const tooLong = setTimeout(() => end(refuse('lists.too-slow')), milliseconds);
		child.on('message', (told: ToldApart) => ('answer' in told ? end(told.answer) : onProgress?.(told.progress)));
		child.on('error', () => end(refuse('lists.stopped')));
		child.once('exit', () => {
			console.error(`Reading a list ended before its end: ${reasonIn(lastWords)}`);
			end(refuse('lists.stopped'));
		});
		const wanted: ReadingWanted = { file, understanding };
		// When it is gone before it was asked, its end says so.
		child.send(wanted, () => undefined);

		function end(answer: UnderstoodList | Refusal): void {
			clearTimeout(tooLong);
			child.removeAllListeners('message').removeAllListeners('exit');
			child.kill('SIGKILL');
			resolve(answer);
		}
	});
}

// One line for whoever keeps the program running: a file made to do harm must not fill the log with traces.
function reasonIn(lastWords: string): string {
	return /^.*(?:\bError\b|FATAL ERROR).*$/m.exec(lastWords)?.[0] ?? 'it said nothing';
}
