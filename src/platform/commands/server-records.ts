import type { PoolClient } from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Records } from './records.ts';
import { remembered, type Remembered } from './remembering.ts';
import type { Row, Table } from './table.ts';

/**
 * Answers a rule's questions from PostgreSQL, in the transaction of the given connection, with the judge's rights.
 * What the transaction read and did not write since is not read again.
 */
export function serverRecords(client: PoolClient, known: Remembered): Records {
	async function one<R extends Row>(table: Table<R>, id: Id, how: '' | ' for update'): Promise<R | undefined> {
		const text = `select ${listed(table)} from ${table.name} where id = $1${how}`;
		const { rows } = await client.query<R>({ name: `find ${table.name}${how}`, text, values: [id] });
		return rows[0];
	}
	return {
		find: (table, id) => remembered(known, { table: table.name, question: `find ${id}` }, () => one(table, id, '')),
		hold(table, id) {
			// Who held it before may have changed it, and what goes with it, since it was read.
			known.delete(table.name);
			return one(table, id, ' for update');
		},
		list: <R extends Row>(table: Table<R>, where: Partial<R>) =>
			remembered(known, { table: table.name, question: `list ${JSON.stringify(where)}` }, () => listWhere(client, table, where)),
	};
}

async function listWhere<R extends Row>(client: PoolClient, table: Table<R>, where: Partial<R>): Promise<readonly R[]> {
	const fields = Object.keys(where).filter((field) => where[field as keyof R] !== null);
	const empty = Object.keys(where).filter((field) => where[field as keyof R] === null);
	const { rows } = await client.query<R>({
		name: `list ${table.name} ${fields.join(' ')} / ${empty.join(' ')}`,
		text: `select ${listed(table)} from ${table.name} where ${conditions(table, fields, empty)} order by id`,
		values: fields.map((field) => where[field as keyof R]),
	});
	return rows;
}

/**
 * Locks records of a table in the order of their ids, in one statement, and remembers them: nobody else can change them now.
 * Those that do not exist lock nothing.
 */
export async function lockRecords(client: PoolClient, known: Remembered, { table, ids }: { table: Table; ids: readonly Id[] }): Promise<void> {
	const locked = client.query<Row>({
		name: `lock ${table.name}`,
		text: `select ${listed(table)} from ${table.name} where id = any ($1::uuid[]) order by id for update`,
		values: [ids],
	});
	for (const id of ids) {
		const found = locked.then(({ rows }) => rows.find((row) => row.id === id));
		// Whoever asks for it hears of a failure; so does the transaction.
		found.catch(() => undefined);
		void remembered(known, { table: table.name, question: `find ${id}` }, () => found);
	}
	await locked;
}

/** The columns of a table, named as the fields of its rows. */
export function listed<R extends Row>(table: Table<R>): string {
	return [...table.columns].map(([field, column]) => `${column} as "${field}"`).join(', ');
}

function conditions(table: Table, fields: readonly string[], empty: readonly string[]): string {
	const equal = fields.map((field, at) => `${table.columns.get(field)} = $${at + 1}`);
	return [...equal, ...empty.map((field) => `${table.columns.get(field)} is null`)].join(' and ') || 'true';
}
