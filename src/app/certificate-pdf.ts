import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What a certificate shows; every text is given as it is printed. */
export type CertificateFace = Readonly<{
	language: string;
	title: string;
	name: string;
	words: string;
	activity: string;
	details: string;
	signTeam: string;
	signOther: string;
	number: string;
	numberWords: string;
	/** The path of a QR code on a square of `size` units, which opens the page that checks it. */
	qr: Readonly<{ path: string; size: number }>;
	demonstration: string;
}>;

/** What the process apart is asked and what it tells. */
export type PrintingWanted = Readonly<{ faces: readonly CertificateFace[] }>;
export type PrintedApart = Readonly<{ pdf: Uint8Array } | { failed: string }>;

const MOST_MILLISECONDS = 60_000;

/**
 * Prints certificates, a page each, as one tagged PDF (PDF/UA-1), in a process of its own: the printer's memory is given back with it.
 * Takes the program's folder. Throws with what the printer said when it fails or takes longer than a minute.
 */
export async function printCertificates(programFolder: string, faces: readonly CertificateFace[]): Promise<Uint8Array> {
	const folder = realpathSync(programFolder);
	const child = fork(join(folder, 'tools/print-certificates.ts'), {
		cwd: folder,
		execArgv: [],
		// It inherits no address or password.
		env: {},
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	return new Promise((resolve, reject) => {
		const tooLong = setTimeout(() => end({ failed: 'it took too long' }), MOST_MILLISECONDS);
		child.on('message', (told: PrintedApart) => end(told));
		child.on('error', (failure) => end({ failed: failure.message }));
		child.once('exit', () => end({ failed: 'it ended before it was done' }));
		child.send({ faces } satisfies PrintingWanted, () => undefined);

		function end(told: PrintedApart): void {
			clearTimeout(tooLong);
			child.removeAllListeners('message').removeAllListeners('exit');
			child.kill('SIGKILL');
			if ('pdf' in told) resolve(told.pdf);
			else reject(new Error(`The certificates were not printed: ${told.failed}`));
		}
	});
}
