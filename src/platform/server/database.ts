import pg, { type Pool, type PoolClient } from 'pg';
import { CannotStart } from './cannot-start.ts';
import { columnTypes } from './column-types.ts';
import type { Connection, Connections } from './connection.ts';
import { prepareRoles, type GateRole } from './roles.ts';
import { sendTogether } from './sending.ts';

/**
 * The open database. `gate` serves everything people do: each transaction must first choose its role. `owner` is for
 * migrations, backup and audit tools. `gateAs` opens further connections of the gate that are of one role from the start.
 */
export type Database = Readonly<{
	gate: Pool;
	owner: Pool;
	gateAs: (role: GateRole, wanted?: Readonly<{ schema?: string; size?: number; settings?: Readonly<Record<string, string>> }>) => Pool;
	close: () => Promise<void>;
}>;

const OLDEST = 180_000;
const GATE_SIZE = 12;

/**
 * Opens a database by the owner's and the gate's connections, after creating the roles that are missing.
 * Refuses, with a plain sentence, an older PostgreSQL, another encoding, and a gate that could pass by row level security.
 */
export async function openDatabase(connections: Connections, wanted: Readonly<{ gateSize?: number }> = {}): Promise<Database> {
	await prepareRoles(connections);
	const opened: Pool[] = [];
	const open = (connection: Connection, size: number, options: string) => {
		const pool = poolTo(connection, size, options);
		opened.push(pool);
		return pool;
	};
	const owner = open(connections.owner, 3, '-c role=shigikira_owner');
	const gate = open(connections.gate, wanted.gateSize ?? GATE_SIZE, LIMITS);
	const close = async () => {
		// Whoever was given a pool may have ended it himself.
		await Promise.all(opened.filter((pool) => !pool.ending).map((pool) => pool.end()));
	};
	try {
		await withConnection(gate, check);
	} catch (failure) {
		await close();
		throw failure;
	}
	return {
		gate,
		owner,
		gateAs(role, { schema, size = 4, settings = {} } = {}) {
			const all = { ...settings, role, ...(schema && { search_path: schema }) };
			const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
			return open(connections.gate, size, [LIMITS, ...options].join(' '));
		},
		close,
	};
}

/** Takes a pool and some work, and does it on one connection, which goes back to the pool however the work ends. */
export async function withConnection<Found>(pool: Pool, work: (client: PoolClient) => Promise<Found>): Promise<Found> {
	const client = await pool.connect();
	try {
		return await work(client);
	} finally {
		client.release();
	}
}

const LIMITS = '-c statement_timeout=60000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000';

function poolTo(connection: Connection, size: number, options: string): Pool {
	const pool = new pg.Pool({
		...connection,
		max: size,
		types: columnTypes,
		// Statements that need no answer in between go out together: a command costs five round trips, not twelve.
		pipeline: true,
		options: `-c TimeZone=UTC ${options}`,
		connectionTimeoutMillis: 15_000,
		idleTimeoutMillis: 60_000,
	});
	pool.on('connect', sendTogether);
	// An idle connection that the server ends is replaced at the next use; unheard, it would end the program.
	pool.on('error', (failure) => console.error(`PostgreSQL ended an idle connection: ${failure.message}`));
	return pool;
}

async function check(client: PoolClient): Promise<void> {
	const { rows } = await client.query<{ version: number; encoding: string; mayPass: boolean }>(
		`select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding,
			rolsuper or rolbypassrls as "mayPass" from pg_roles where rolname = current_user`,
	);
	const [found] = rows;
	if (!found || found.version < OLDEST) {
		throw new CannotStart('Shigikira demande PostgreSQL 18 ou plus récent.', 'Shigikira needs PostgreSQL 18 or newer.');
	}
	if (found.encoding !== 'UTF8') {
		throw new CannotStart(`La base est en ${found.encoding} ; il la faut en UTF8.`, `The database is in ${found.encoding}; it must be in UTF8.`);
	}
	if (found.mayPass) {
		throw new CannotStart(
			'Le rôle shigikira_gate peut passer outre les règles de visibilité des lignes : retirez-lui SUPERUSER et BYPASSRLS.',
			'The role shigikira_gate could pass by the rules on who sees a row: take SUPERUSER and BYPASSRLS from it.',
		);
	}
}
