import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { listBackedUpTables, type BackedUpTable, type Counter } from './backup-catalog.ts';
import { readBackup, verifyBackup } from './backup-format.ts';
import type { Taken } from './backup-take.ts';
import { CannotStart } from './cannot-start.ts';
import { withConnection } from './database.ts';
import { migrate } from './migrations.ts';

const AT_ONCE = 500;

type Target = Readonly<{ owner: Pool; filesFolder: string; migrations: string }>;

/**
 * Puts a backup into an empty house: brings the database to where it stood when the backup was taken, fills it in one
 * transaction, puts the files in their place, then brings the database to what this program expects.
 * Returns how much it restored. Refuses a foreign or damaged file, a newer one, and a house in which anything was done.
 */
export async function restoreBackup(target: Target, file: string): Promise<Taken> {
	const head = await verifyBackup(file);
	await refuseUnlessEmpty(target);
	await migrate(target.owner, target.migrations, head.migrations);

	const unfinished = `${target.filesFolder}.unfinished`;
	await rm(unfinished, { recursive: true, force: true });
	const restored = await withConnection(target.owner, async (client) => {
		await client.query('begin; set local statement_timeout = 0');
		try {
			const counts = await fill(client, file, unfinished);
			await client.query('commit');
			return counts;
		} catch (failure) {
			await client.query('rollback');
			await rm(unfinished, { recursive: true, force: true });
			throw failure;
		}
	});
	await rm(target.filesFolder, { recursive: true, force: true });
	if (existsSync(unfinished)) await rename(unfinished, target.filesFolder);
	await migrate(target.owner, target.migrations);
	await target.owner.query('analyze');
	return restored;
}

async function refuseUnlessEmpty({ owner, filesFolder }: Target): Promise<void> {
	const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('access.accounts') is not null as there`);
	const used = rows[0]?.there
		? await owner.query<{ used: boolean }>('select exists (select 1 from access.accounts) or exists (select 1 from commands.outcomes) as used')
		: undefined;
	if (!used?.rows[0]?.used && !existsSync(filesFolder)) return;
	throw new CannotStart(
		'On ne rétablit une sauvegarde que dans une maison vide, et celle-ci est habitée. Donnez un nouveau dossier : npm run restore FICHIER -- --data NOUVEAU.',
		'A backup is restored into an empty house only, and this one is lived in. Give a new folder: npm run restore FILE -- --data NEW.',
	);
}

async function fill(client: PoolClient, file: string, filesFolder: string): Promise<Taken> {
	const tables = new Map((await listBackedUpTables(client)).map((table) => [table.name, table]));
	const all = [...tables.values()].map(({ quoted }) => quoted);
	const restored = { tables: 0, rows: 0, files: 0 };
	const putBack = await quieten(client, all);
	await client.query(`truncate ${all.join(', ')} cascade`);

	let rows: Filling | undefined;
	let handle: FileHandle | undefined;
	for await (const line of readBackup(file)) {
		if (Array.isArray(line)) {
			restored.rows += 1;
			await rows?.add(line as (string | null)[]);
		} else if ('table' in line) {
			await rows?.end();
			rows = filling(client, tableOf(tables, line.table), line.columns);
			restored.tables += 1;
		} else if ('counters' in line) {
			await rows?.end();
			rows = undefined;
			await setCounters(client, line.counters);
		} else if ('file' in line) {
			await handle?.close();
			handle = await create(filesFolder, line.file);
			restored.files += 1;
		} else if ('bytes' in line) {
			await handle?.write(Buffer.from(line.bytes, 'base64'));
		}
	}
	await handle?.close();
	// Phones learn from it that the house went back in time, and send again what they keep.
	await client.query('update sync.node set epoch = epoch + 1');
	await putBack();
	return restored;
}

type Filling = Readonly<{ add: (row: (string | null)[]) => Promise<void>; end: () => Promise<void> }>;

function filling(client: PoolClient, table: BackedUpTable, columns: BackedUpTable['columns']): Filling {
	const types = new Map(table.columns.map(({ name, type }) => [name, type]));
	const names = columns.map(({ name }) => client.escapeIdentifier(name)).join(', ');
	const values = columns.map(({ name, type }, at) => `(r->>${at})::${types.get(name) ?? type}`).join(', ');
	// Empty tables of no column aside, each text is read by its type as PostgreSQL wrote it.
	const text = `insert into ${table.quoted} (${names}) overriding system value select ${values} from jsonb_array_elements($1::jsonb) r`;
	let waiting: (string | null)[][] = [];
	const end = async () => {
		if (waiting.length > 0) await client.query(text, [JSON.stringify(waiting)]);
		waiting = [];
	};
	return {
		end,
		add: async (row) => {
			waiting.push(row);
			if (waiting.length >= AT_ONCE) await end();
		},
	};
}

function tableOf(tables: ReadonlyMap<string, BackedUpTable>, name: string): BackedUpTable {
	const table = tables.get(name);
	if (!table) throw new Error(`The backup holds the table ${name}, which its own migrations do not make`);
	return table;
}

async function setCounters(client: PoolClient, counters: readonly Counter[]): Promise<void> {
	for (const { name, value, used } of counters) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, used]);
}

// Rows come back as they were: no trigger adds to them, and a reference may come before what it refers to.
async function quieten(client: PoolClient, tables: readonly string[]): Promise<() => Promise<void>> {
	const references = await client.query<{ table: string; name: string; deferrable: boolean; deferred: boolean }>(
		`select conrelid::regclass::text as table, quote_ident(conname) as name, condeferrable as deferrable, condeferred as deferred
		from pg_constraint where contype = 'f' and conrelid::regclass = any ($1::regclass[])`,
		[tables],
	);
	for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
	for (const { table, name } of references.rows) await client.query(`alter table ${table} alter constraint ${name} deferrable initially deferred`);
	return async () => {
		await client.query('set constraints all immediate');
		for (const { table, name, deferrable, deferred } of references.rows) {
			const as = deferrable ? `deferrable initially ${deferred ? 'deferred' : 'immediate'}` : 'not deferrable';
			await client.query(`alter table ${table} alter constraint ${name} ${as}`);
		}
		for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
	};
}

async function create(folder: string, path: string): Promise<FileHandle> {
	const safe = normalize(path);
	if (safe.startsWith('..') || safe.startsWith(sep) || /^[A-Za-z]:/.test(safe))
		throw new Error(`The backup holds a file outside its folder: ${path}`);
	const file = join(folder, safe);
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	return open(file, 'wx', 0o600);
}
