import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { GATE, type Connection, type Connections } from './connection.ts';

const OWNER = 'shigikira_owner';
const BACKUP = 'shigikira_backup';

/** The roles that a transaction of the gate may choose. None owns anything, none passes by row level security. */
export type GateRole = 'shigikira_reader' | 'shigikira_judge' | 'shigikira_figures' | 'shigikira_doorkeeper' | 'shigikira_public';

const CHOSEN: readonly GateRole[] = ['shigikira_reader', 'shigikira_judge', 'shigikira_figures', 'shigikira_doorkeeper', 'shigikira_public'];
const LOCK = 7300;

/**
 * Creates the database and the roles of DESIGN section 4 where they are missing, and the memberships between them.
 * Doing it again changes nothing. Refuses when the owner's connection has no right to create what is missing.
 */
export async function prepareRoles(connections: Connections): Promise<void> {
	const client = await connected(connections.owner);
	try {
		// Roles belong to the whole server: two copies that start at once must not both create them.
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		await createMissing(client, connections);
	} catch (failure) {
		if ((failure as { code?: unknown }).code !== '42501') throw failure;
		throw new CannotStart(
			`L'utilisateur ${connections.owner.user} de PostgreSQL n'a pas le droit de créer les rôles de Shigikira (${(failure as Error).message}). Voir docs/operations, « Un PostgreSQL à part ».`,
			`The PostgreSQL user ${connections.owner.user} has no right to create the roles of Shigikira (${(failure as Error).message}). See docs/operations, "An outside PostgreSQL".`,
		);
	} finally {
		await client.end();
	}
}

async function connected(connection: Connection): Promise<pg.Client> {
	const client = new pg.Client({ ...connection, connectionTimeoutMillis: 15_000 });
	try {
		await client.connect();
		return client;
	} catch (failure) {
		const { user, host, port, database } = connection;
		const why = (failure as Error).message || String((failure as { code?: unknown }).code);
		throw new CannotStart(
			`La base ${database} sur ${host}:${port} ne peut être jointe sous le nom ${user} : ${why}`,
			`The database ${database} on ${host}:${port} cannot be reached as ${user}: ${why}`,
		);
	}
}

async function createMissing(client: pg.Client, { owner, gate }: Connections): Promise<void> {
	const wanted = [OWNER, ...CHOSEN, BACKUP, GATE];
	const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any ($1)', [wanted]);
	const there = new Set(rows.map((row) => row.rolname));
	for (const role of wanted) {
		if (!there.has(role)) await client.query(`create role ${role} noinherit ${role === GATE ? 'login' : 'nologin'}`);
	}
	if (gate.password && !(await entersWith(gate))) {
		await client.query(`alter role ${GATE} password ${client.escapeLiteral(verifierOf(gate.password))}`);
	}
	for (const role of CHOSEN) await allow(client, GATE, role);
	for (const role of [OWNER, BACKUP]) if (owner.user !== role) await allow(client, owner.user, role);
	await openDatabaseTo(client, owner.database);
}

async function allow(client: pg.Client, member: string, role: string): Promise<void> {
	const { rows } = await client.query<{ may: boolean }>(
		`select coalesce((select rolsuper from pg_roles where rolname = $1), false) or exists (
			select 1 from pg_auth_members m where m.roleid = $2::regrole and m.member = $1::regrole and m.set_option) as may`,
		[member, role],
	);
	if (!rows[0]?.may) await client.query(`grant ${role} to ${client.escapeIdentifier(member)} with set true, inherit false`);
}

async function openDatabaseTo(client: pg.Client, database: string): Promise<void> {
	const { rows } = await client.query<{ open: boolean }>(
		`select has_database_privilege('${OWNER}', $1, 'create') and has_database_privilege('${GATE}', $1, 'connect') as open`,
		[database],
	);
	if (rows[0]?.open) return;
	const name = client.escapeIdentifier(database);
	await client.query(`grant create, connect, temporary on database ${name} to ${OWNER}`);
	await client.query(`grant connect on database ${name} to ${GATE}`);
	await client.query(`revoke all on database ${name} from public`);
	await client.query('revoke all on schema public from public');
}

async function entersWith(gate: Connections['gate']): Promise<boolean> {
	const client = new pg.Client({ ...gate });
	try {
		await client.connect();
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}

// The server is given the verifier (RFC 5802), so that the password itself stands in no log of statements.
function verifierOf(password: string): string {
	const salt = randomBytes(16);
	const rounds = 4096;
	const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
	const keyed = (what: string) => createHmac('sha256', salted).update(what).digest();
	const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
	return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
