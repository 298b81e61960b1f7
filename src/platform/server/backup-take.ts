import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { listBackedUpTables, listCounters, type BackedUpTable } from './backup-catalog.ts';
import { FORMAT, FORMAT_VERSION, type Line } from './backup-format.ts';
import { CannotStart } from './cannot-start.ts';
import { withConnection } from './database.ts';
import type { Ran } from './migrations.ts';

const AT_ONCE = 1_000;
const PIECE = 48 * 1024;

type Source = Readonly<{ owner: Pool; filesFolder: string }>;
/** What a backup holds. */
export type Taken = { tables: number; rows: number; files: number };

/**
 * Writes all that the house holds into one new file: every row as it stood at one instant, while people go on working,
 * then the files. Returns how much it wrote. Refuses to write over a file that is there.
 */
export async function takeBackup({ owner, filesFolder }: Source, file: string): Promise<Taken> {
	if (existsSync(file))
		throw new CannotStart(`Le fichier ${file} existe déjà ; donnez un autre nom.`, `The file ${file} is already there; give another name.`);
	const unfinished = `${file}.unfinished`;
	const taken = { tables: 0, rows: 0, files: 0 };
	try {
		await withConnection(owner, async (client) => {
			await client.query('begin isolation level repeatable read read only; set local role shigikira_backup; set local statement_timeout = 0');
			const lines = withFoot(allLines(client, filesFolder, taken), taken);
			await pipeline(Readable.from(lines), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
			await client.query('commit');
		});
		await reachDisk(unfinished);
		await rename(unfinished, file);
	} catch (failure) {
		await rm(unfinished, { force: true });
		throw failure;
	}
	return taken;
}

async function* allLines(client: PoolClient, filesFolder: string, taken: Taken): AsyncGenerator<Line> {
	const { rows: migrations } = await client.query<Ran>('select name, sha256 from shigikira.migrations order by name');
	const head = { format: FORMAT, version: FORMAT_VERSION, taken: new Date().toISOString(), migrations };
	yield head;
	for (const table of await listBackedUpTables(client)) {
		taken.tables += 1;
		yield { table: table.name, columns: table.columns };
		for await (const row of rowsOf(client, table)) {
			taken.rows += 1;
			yield row;
		}
	}
	// Read after the rows: a number given meanwhile is then skipped, never given twice. Sequences belong to the owner alone.
	await client.query('set local role shigikira_owner');
	yield { counters: await listCounters(client) };
	for await (const path of pathsUnder(filesFolder)) {
		taken.files += 1;
		yield { file: relative(filesFolder, path).replaceAll(sep, '/') };
		for await (const piece of createReadStream(path, { highWaterMark: PIECE })) yield { bytes: (piece as Buffer).toString('base64') };
	}
}

async function* rowsOf(client: PoolClient, { quoted, columns }: BackedUpTable): AsyncGenerator<(string | null)[]> {
	const listed = columns.map(({ name }) => `${client.escapeIdentifier(name)}::text`).join(', ');
	await client.query(`declare every_row no scroll cursor for select ${listed} from ${quoted}`);
	for (;;) {
		const { rows } = await client.query<(string | null)[]>({ text: `fetch ${AT_ONCE} from every_row`, rowMode: 'array' });
		yield* rows;
		if (rows.length < AT_ONCE) break;
	}
	await client.query('close every_row');
}

async function* withFoot(lines: AsyncIterable<Line>, taken: Taken): AsyncGenerator<string> {
	const hash = createHash('sha256');
	for await (const line of lines) {
		const text = `${JSON.stringify(line)}\n`;
		hash.update(text);
		yield text;
	}
	yield `${JSON.stringify({ foot: { rows: taken.rows, files: taken.files, sha256: hash.digest('hex') } })}\n`;
}

async function* pathsUnder(folder: string): AsyncGenerator<string> {
	if (!existsSync(folder)) return;
	const entries = await readdir(folder, { withFileTypes: true, recursive: true });
	for (const entry of entries) if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

async function reachDisk(file: string): Promise<void> {
	const handle = await open(file, 'r+');
	await handle.sync();
	await handle.close();
}
