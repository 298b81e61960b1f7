import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CannotStart } from './cannot-start.ts';
import type { BackedUpTable, Counter } from './backup-catalog.ts';
import type { Ran } from './migrations.ts';

/*
 * A backup is gzipped text, one JSON value a line: the head; for each table its name and columns, then its rows, each an
 * array of texts as PostgreSQL writes them; the sequences; for each file its path, then its bytes in pieces; the foot,
 * with the digest of all lines before it. Any PostgreSQL and any language can read it.
 */
export const FORMAT = 'shigikira-backup';
export const FORMAT_VERSION = 1;

/** The first line: what this is, when it was taken, and what the database looked like. */
export type Head = Readonly<{ format: string; version: number; taken: string; migrations: readonly Ran[] }>;

/** A line of a backup. */
export type Line =
	| Head
	| Readonly<{ table: string; columns: BackedUpTable['columns'] }>
	| readonly (string | null)[]
	| Readonly<{ counters: readonly Counter[] }>
	| Readonly<{ file: string }>
	| Readonly<{ bytes: string }>
	| Readonly<{ foot: { rows: number; files: number; sha256: string } }>;

/** Reads the lines of a backup, one after the other, without holding them all. Refuses a file that is none, or is damaged. */
export async function* readBackup(file: string): AsyncGenerator<Line> {
	const hash = createHash('sha256');
	let first = true;
	let ended = false;
	for await (const text of textLines(file)) {
		if (ended) throw damaged(file);
		const line = parsed(text, file);
		if (first && !isHead(line)) throw foreign(file);
		first = false;
		if ('foot' in line) {
			if (line.foot.sha256 !== hash.digest('hex')) throw damaged(file);
			ended = true;
		} else {
			hash.update(text).update('\n');
		}
		yield line;
	}
	if (!ended) throw first ? foreign(file) : damaged(file);
}

/** Reads a whole backup, believing nothing before its end, and returns its head. Refuses a file that is none, is damaged, or comes from a newer program. */
export async function verifyBackup(file: string): Promise<Head> {
	let head: Head | undefined;
	for await (const line of readBackup(file)) head ??= line as Head;
	if (head && head.version > FORMAT_VERSION) {
		throw new CannotStart(`${file} vient d'une version plus récente de Shigikira.`, `${file} comes from a newer Shigikira.`);
	}
	return head as Head;
}

// Not the lines of node:readline, which also end at characters that people may have typed.
async function* textLines(file: string): AsyncGenerator<string> {
	const unzipped = createReadStream(file)
		.on('error', (failure) => unzipped.destroy(failure))
		.pipe(createGunzip())
		.setEncoding('utf8');
	let rest = '';
	try {
		for await (const chunk of unzipped as AsyncIterable<string>) {
			const lines = (rest + chunk).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
		}
	} catch (failure) {
		const { code } = failure as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw new CannotStart(`Il n'y a pas de fichier ${file}.`, `There is no file ${file}.`);
		if (code === 'Z_DATA_ERROR' && rest === '') throw foreign(file);
		if (code?.startsWith('Z_')) throw damaged(file);
		throw failure;
	}
	if (rest) throw damaged(file);
}

function parsed(text: string, file: string): Line {
	try {
		const line: unknown = JSON.parse(text);
		if (typeof line === 'object' && line !== null) return line as Line;
	} catch {
		// Refused below.
	}
	throw damaged(file);
}

function isHead(line: Line): line is Head {
	return 'format' in line && line.format === FORMAT;
}

function foreign(file: string): CannotStart {
	return new CannotStart(`${file} n'est pas une sauvegarde de Shigikira.`, `${file} is not a backup of Shigikira.`);
}

function damaged(file: string): CannotStart {
	return new CannotStart(
		`La sauvegarde ${file} est abîmée ou incomplète. Rien n'a été changé.`,
		`The backup ${file} is damaged or incomplete. Nothing was changed.`,
	);
}
