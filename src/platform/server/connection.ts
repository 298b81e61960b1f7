import { createHmac } from 'node:crypto';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

/** Where a database is and who signs in to it. */
export type Connection = Readonly<{
	host: string;
	port: number;
	user: string;
	password?: string | undefined;
	database: string;
	ssl?: boolean | object;
}>;

/** The two ways into a database: as its owner (migrations, backup, audit) and as the gate (everything people do). */
export type Connections = Readonly<{ owner: Connection; gate: Connection }>;

export const GATE = 'shigikira_gate';

/** Takes the owner's connection and returns the gate's to the same database. Its password follows from the owner's, so that several copies agree. */
export function gateBeside(owner: Connection): Connection {
	// Our own server on its socket knows no password.
	if (!owner.password) return { ...owner, user: GATE };
	const password = createHmac('sha256', owner.password).update(`${GATE} ${owner.database}`).digest('base64url');
	return { ...owner, user: GATE, password };
}

/**
 * Takes the addresses of a database outside: one alone is its owner's, two are the gate's and the owner's.
 * Refuses an address that cannot be read, and a gate under another name.
 */
export function connectionsFrom(databaseUrl: string, ownerUrl: string | undefined): Connections {
	if (!ownerUrl) {
		const owner = read('DATABASE_URL', databaseUrl);
		return { owner, gate: gateBeside(owner) };
	}
	const gate = read('DATABASE_URL', databaseUrl);
	if (gate.user !== GATE) {
		throw new CannotStart(
			`Avec DATABASE_OWNER_URL, DATABASE_URL doit être l'adresse du rôle ${GATE}, pas de ${gate.user}.`,
			`With DATABASE_OWNER_URL, DATABASE_URL must be the address of the role ${GATE}, not of ${gate.user}.`,
		);
	}
	return { owner: read('DATABASE_OWNER_URL', ownerUrl), gate };
}

function read(name: string, url: string): Connection {
	try {
		if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('not an address of PostgreSQL');
		const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
		return { host, port, user: user ?? '', password, database: database ?? '', ssl };
	} catch {
		throw new CannotStart(
			`${name} n'est pas l'adresse d'un PostgreSQL ; on attend postgresql://nom:motdepasse@machine:5432/base.`,
			`${name} is not the address of a PostgreSQL; postgresql://name:password@machine:5432/database is expected.`,
		);
	}
}
