import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProgrammes } from '#app/load.ts';
import { newId } from '#kernel/ids.ts';
import { restoreBackup } from '#platform/server/backup-restore.ts';
import { takeBackup, type Taken } from '#platform/server/backup-take.ts';
import { testDatabase } from '../support/test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'shigikira-backup-'));
const file = join(folder, 'house.backup');
const migrations = join(import.meta.dirname, '../../migrations');
const house = await testDatabase();
const other = await testDatabase();
const here = { owner: house.owner, filesFolder: join(folder, 'here') };
const there = { owner: other.owner, filesFolder: join(folder, 'there'), migrations };
let taken: Taken;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
	await loadProgrammes({ database: house, empty: false, demonstration: true });
	// What hand-made formats lose: line ends of all kinds, quotes, the largest numbers, the last microsecond, the spread of bytes.
	await house.superuser.query(`insert into auth.secrets values ('untidy', $1)`, ['« Ngozi »\n\r\n\t"\\N\\\u2028\u2029x']);
	await house.superuser.query(
		`insert into auth.verification (id, identifier, value, "expiresAt") values ('v', 'v', '', '2016-11-30 23:59:59.999999+00')`,
	);
	await house.superuser.query('select setval($1, 9007199254740993)', ['sync.sequence']);
	await house.superuser.query(`insert into sync.changes (seq, scope_id, collection, row_id, kind) values (9007199254740993, $1, 'x', $1, 'leave')`, [
		newId(),
	]);
	await house.superuser.query(
		`insert into sync.lanes (device_id, account_id, secret_hash) select $1, id, '\\x00ff0a0d5c22' from access.accounts limit 1`,
		[newId()],
	);
	await house.superuser.query(`insert into auth.session (id, "expiresAt", token, "userId") select 's', now(), 'token', id from auth."user" limit 1`);
	mkdirSync(join(here.filesFolder, 'présences'), { recursive: true });
	writeFileSync(join(here.filesFolder, 'présences/feuille 1.bin'), Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7) % 256)));
	writeFileSync(join(here.filesFolder, 'empty'), '');
	taken = await takeBackup(here, file);
});

describe('a backup', () => {
	it('holds every table, but for the open sessions', async () => {
		expect(taken.tables).toBe((await tablesOf(house.superuser)).length - 1);
		expect(gunzipSync(readFileSync(file)).toString()).not.toContain('"auth.session"');
	});

	it('is not written over another', async () => {
		await expect(takeBackup(here, file)).rejects.toThrow(/already there/);
	});

	it('is refused when it is no backup, cut short, or altered by one byte', async () => {
		const whole = readFileSync(file);
		const text = gunzipSync(whole).toString();
		const altered: readonly [Buffer | string, RegExp][] = [
			['Bonjour', /not a backup/],
			[gzipSync('{"a":1}\n'), /not a backup/],
			[gzipSync(''), /not a backup/],
			[whole.subarray(0, whole.length - 100), /damaged/],
			[gzipSync(text.slice(0, text.lastIndexOf('{"foot"'))), /damaged/],
			[gzipSync(text.replace('Irakoze', 'Irakosa')), /damaged/],
			[gzipSync(`${text}["later"]\n`), /damaged/],
		];
		for (const [content, why] of altered) {
			const strange = join(folder, 'strange');
			writeFileSync(strange, content);
			await expect(restoreBackup(there, strange)).rejects.toThrow(why);
		}
		await expect(restoreBackup(there, join(folder, 'nothing'))).rejects.toThrow(/There is no file/);
	});

	it('is refused by a house that is lived in', async () => {
		await expect(restoreBackup({ ...here, migrations }, file)).rejects.toThrow(/empty house only/);
	});
});

describe('after the house has burnt down', () => {
	beforeAll(async () => {
		await restoreBackup(there, file);
	});

	it('every row of every table is back as it was', async () => {
		for (const table of await tablesOf(house.superuser)) {
			const [before, after] = await Promise.all([rowsOf(house.superuser, table), rowsOf(other.superuser, table)]);
			if (table === 'auth.session') expect(after).toEqual([]);
			// Phones must notice that the house went back in time.
			else if (table === 'sync.node') expect([before, after]).toEqual([['(t,1)'], ['(t,2)']]);
			else expect({ table, rows: after }).toEqual({ table, rows: before });
		}
	});

	it('numbers go on where they stood', async () => {
		const next = `select nextval('sync.sequence')::text as next`;
		expect((await other.superuser.query(next)).rows).toEqual([{ next: '9007199254740994' }]);
	});

	it('the database guards what it guarded', async () => {
		const guards = `select conrelid::regclass::text as on, conname as name, condeferrable::text || condeferred || convalidated as how from pg_constraint
			union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`;
		expect((await other.superuser.query(guards)).rows).toEqual((await house.superuser.query(guards)).rows);
	});

	it('every byte of every file is back', () => {
		for (const path of ['présences/feuille 1.bin', 'empty']) {
			expect(readFileSync(join(there.filesFolder, path)).equals(readFileSync(join(here.filesFolder, path)))).toBe(true);
		}
	});

	it('work goes on: what is loaded again changes nothing', async () => {
		const before = await rowsOf(other.superuser, 'needs.needs');
		await loadProgrammes({ database: other, empty: false, demonstration: true });
		expect(await rowsOf(other.superuser, 'needs.needs')).toEqual(before);
	});
});

async function tablesOf(superuser: Pool): Promise<readonly string[]> {
	const { rows } = await superuser.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema', 'shigikira') order by 1`);
	return rows.map(({ name }) => name);
}

async function rowsOf(superuser: Pool, table: string): Promise<readonly string[]> {
	const { rows } = await superuser.query<{ row: string }>(`select t::text as row from ${table} t order by 1`);
	return rows.map(({ row }) => row);
}
