import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type RunningPostgres } from '#platform/server/postgres.ts';
import { buildIfStale } from '../../tools/build.ts';
import { forget, newDataFolder, startProgram, type Program } from '../support/program.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = newDataFolder();
const programs: Program[] = [];
let postgres: RunningPostgres;
let DATABASE_URL = '';

const seed = () =>
	promisify(execFile)(process.execPath, ['tools/seed.ts', '--data', join(folder, 'seed')], { cwd: ROOT, env: { ...process.env, DATABASE_URL } });

// A PostgreSQL as a host gives one: by network and password, to a user who may create roles but is no superuser.
beforeAll(async () => {
	await buildIfStale();
	mkdirSync(join(folder, 'outside'));
	postgres = await startPostgres(join(folder, 'outside'), { sockets: false, lasting: false, connections: 60 });
	const client = new pg.Client({ ...postgres.connection });
	await client.connect();
	await client.query(`create role keeper login createrole password 'amahoro'`);
	await client.query('create database osc owner keeper');
	await client.end();
	DATABASE_URL = `postgresql://keeper:amahoro@127.0.0.1:${postgres.connection.port}/osc`;
});
afterAll(async () => {
	await Promise.all(programs.map((program) => program.stop()));
	await postgres.stop();
	forget(folder);
});

describe('with a PostgreSQL of one’s own', () => {
	it('opens two copies at once on one empty database', async () => {
		const copies = ['one', 'two'].map((name) => startProgram({ dataFolder: join(folder, name), environment: { DATABASE_URL } }));
		programs.push(...(await Promise.all(copies)));
		for (const { address } of programs) expect((await fetch(address)).ok).toBe(true);
	});

	it('loads no demonstration unless it is asked for', () => {
		for (const program of programs) expect(program.said()).not.toMatch(/demonstration/i);
	});

	it('serves people through a role that passes by no guard', async () => {
		const client = new pg.Client({ ...postgres.connection, database: 'osc' });
		await client.connect();
		const { rows } = await client.query(`select distinct usename, rolsuper, rolbypassrls from pg_stat_activity join pg_roles on rolname = usename
			where datname = 'osc' and usename like 'shigikira%'`);
		await client.end();
		expect(rows).toEqual([{ usename: 'shigikira_gate', rolsuper: false, rolbypassrls: false }]);
	});

	it('is filled with the demonstration when that is asked for, once however often it is asked', async () => {
		await seed();
		await seed();
		const client = new pg.Client({ ...postgres.connection, database: 'osc' });
		await client.connect();
		const { rows } = await client.query('select count(*)::integer as organisations from registry.organisations');
		await client.end();
		expect(rows).toEqual([{ organisations: 12 }]);
	});

	it('says in a plain sentence when nobody answers there', async () => {
		const nowhere = startProgram({ dataFolder: join(folder, 'three'), environment: { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' } });
		await expect(nowhere).rejects.toThrow(/cannot be reached/);
		await expect(nowhere).rejects.not.toThrow(/\n\s+at /);
	});
});
