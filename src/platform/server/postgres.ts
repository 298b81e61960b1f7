import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import type { Connection } from './connection.ts';
import { findBinaries, type Binaries, type Launch } from './postgres-binaries.ts';
import { settingsFor, type Listening, type Tuning } from './postgres-settings.ts';
import { addressOf, clearLeftovers, stopPostmaster } from './postmaster.ts';

const LONGEST_SOCKET_PATH = 107;
const LARGEST_LOG = 5_000_000;
const SUPERUSER = 'postgres';

/** A PostgreSQL server that this process started. `connection` enters it as its superuser, for the launcher and the owner's work. */
export type RunningPostgres = Readonly<{ pid: number; connection: Connection; stop: () => Promise<void>; ended: Promise<number | null> }>;

type Wanted = Partial<Tuning> & Readonly<{ sockets?: boolean }>;

/**
 * Starts our own PostgreSQL in a folder that nobody else works in (see `holdDataFolder`), creating it the first time,
 * and waits until it answers. What a killed program left there is cleared first.
 * Refuses when PostgreSQL cannot be run on this machine, and says where its log is.
 */
export async function startPostgres(dataFolder: string, wanted: Wanted = {}): Promise<RunningPostgres> {
	const tuning = { lasting: true, connections: 40, ...wanted };
	const binaries = findBinaries();
	const folder = join(dataFolder, 'postgres');
	const password = wanted.sockets === false || process.platform === 'win32' ? keptPassword(dataFolder) : undefined;
	await clearLeftovers(folder);
	if (!existsSync(folder)) initialise(binaries, folder, { tuning, password });

	const listening: Listening = password ? { port: await freePort() } : { socketFolder: socketFolderFor(dataFolder) };
	if ('socketFolder' in listening) binaries.own(listening.socketFolder);
	const logFile = join(dataFolder, 'postgres.log');
	const child = run(binaries.launch('postgres'), ['-D', folder, ...settingsFor(listening, tuning)], logFile);
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve).once('error', () => resolve(null)));
	const connection = connectionTo(listening, password);
	const { pid } = child;
	if (pid === undefined || !(await answers(connection, ended))) {
		if (pid !== undefined) await stopPostmaster(pid);
		throw new CannotStart(
			`PostgreSQL n'a pas démarré. Son journal, ${logFile}, finit ainsi :\n${endOf(logFile)}`,
			`PostgreSQL did not start. Its log, ${logFile}, ends so:\n${endOf(logFile)}`,
		);
	}
	return {
		pid,
		connection,
		ended,
		stop: async () => {
			await stopPostmaster(pid);
			await ended;
		},
	};
}

/** Returns how to enter the server that another process runs in a data folder. Refuses when none is running there. */
export function connectionToRunning(dataFolder: string): Connection {
	const listening = addressOf(join(dataFolder, 'postgres'));
	if (!listening) throw new CannotStart(`Aucun PostgreSQL ne tourne dans ${dataFolder}.`, `No PostgreSQL is running in ${dataFolder}.`);
	return connectionTo(listening, 'port' in listening ? keptPassword(dataFolder) : undefined);
}

function initialise(binaries: Binaries, folder: string, { tuning, password }: { tuning: Tuning; password: string | undefined }): void {
	// It takes its name only when it is whole: a first start may be cut short.
	const unfinished = `${folder}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { recursive: true, mode: 0o700 });
	binaries.own(unfinished);
	const launch = binaries.launch('initdb');
	const args = ['-D', unfinished, '-U', SUPERUSER, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
	// Without a UTF-8 locale in the environment initdb would choose English and SQL_ASCII.
	args.push('--text-search-config=french', '--data-checksums', '--auth-host=scram-sha-256');
	args.push(password ? '--auth-local=scram-sha-256' : '--auth-local=trust');
	if (password) args.push(`--pwfile=${join(folder, '..', 'postgres-password')}`);
	if (!tuning.lasting) args.push('--no-sync');
	const { status, stderr, error } = spawnSync(launch.file, [...launch.before, ...args], { ...asWhom(launch), encoding: 'utf8' });
	if (status === 0) return renameSync(unfinished, folder);
	const why = error?.message ?? stderr.trim();
	throw new CannotStart(`PostgreSQL n'a pas pu créer sa base : ${why}`, `PostgreSQL could not create its database: ${why}`);
}

function run(launch: Launch, args: readonly string[], logFile: string) {
	if (existsSync(logFile) && statSync(logFile).size > LARGEST_LOG) renameSync(logFile, `${logFile}.1`);
	const log = openSync(logFile, 'a', 0o600);
	try {
		// Detached: Ctrl-C in the terminal must reach the program, which then stops the server after its own work.
		return spawn(launch.file, [...launch.before, ...args], { ...asWhom(launch), detached: true, stdio: ['ignore', log, log] });
	} finally {
		closeSync(log);
	}
}

function endOf(logFile: string): string {
	return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n');
}

function asWhom({ uid, gid }: Launch) {
	// initdb and postgres must be able to stand where they are started.
	return { ...(uid === undefined ? {} : { uid, gid, cwd: '/' }), env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' } };
}

// A socket's path may have 107 bytes: a deep data folder gets a short folder of its own elsewhere.
function socketFolderFor(dataFolder: string): string {
	const near = join(dataFolder, 'socket');
	if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) > LONGEST_SOCKET_PATH) return mkdtempSync(join(tmpdir(), 'shigikira-'));
	// A killed server leaves the socket's own lock there, with a number that a zombie, or by now anybody, may bear.
	rmSync(near, { recursive: true, force: true });
	mkdirSync(near, { mode: 0o700 });
	return near;
}

function connectionTo(listening: Listening, password: string | undefined): Connection {
	const database = 'postgres';
	if ('port' in listening) return { host: '127.0.0.1', port: listening.port, user: SUPERUSER, password, database };
	return { host: listening.socketFolder, port: 5432, user: SUPERUSER, database };
}

async function answers(connection: Connection, ended: Promise<unknown>): Promise<boolean> {
	let over = false;
	void ended.then(() => (over = true));
	// Recovery after a kill under load may take its time.
	const end = Date.now() + 120_000;
	while (!over && Date.now() < end) {
		const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
		try {
			await client.connect();
			await client.end();
			return true;
		} catch {
			await client.end().catch(() => undefined);
			await new Promise((resolve) => setTimeout(resolve, 15));
		}
	}
	return false;
}

function keptPassword(dataFolder: string): string {
	const file = join(dataFolder, 'postgres-password');
	if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
	return readFileSync(file, 'utf8');
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
