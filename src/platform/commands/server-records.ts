import type { PoolClient } from 'pg';
import { isId, type Id } from '#kernel/ids.ts';
import type { Records } from './records.ts';
import { remembered, type AsksTogether, type Memory, type Question } from './remembering.ts';
import type { Row, Table } from './table.ts';

/**
 * Where a transaction asks: its connection, what it remembers, how questions go together, and the writes that were decided
 * but not sent, which are sent before anything is asked.
 */
export type Asking = Readonly<{ client: PoolClient; memory: Memory; together: AsksTogether; send: () => void }>;

/**
 * Answers a rule's questions from PostgreSQL, in the transaction of the given connection, with the judge's rights.
 * What the transaction read, and did not change since, is not read again. The ids of the rows that were read go to `seen`.
 */
export function serverRecords(asking: Asking, seen: Set<Id>): Records {
	function noted<R extends Row>(row: R | undefined): R | undefined {
		if (row) seen.add(row.id);
		return row;
	}
	return {
		find: async <R extends Row>(table: Table<R>, id: Id) => {
			const ask = () => asking.together(`find ${table.name}`, id, (ids) => withIds(asking, table, { ids, lock: false }));
			return noted(await remembered(asking.memory, oneOf(table, id), ask));
		},
		async hold<R extends Row>(table: Table<R>, id: Id) {
			// Who held it before may have changed it, and what goes with it, since it was read.
			asking.memory.delete(table.name);
			return noted((await withIds(asking, table, { ids: [id], lock: true })).get(id));
		},
		async list<R extends Row>(table: Table<R>, where: Partial<R>, most?: number) {
			const question = manyOf(table, where, most);
			const rows = await remembered(asking.memory, question, () => listWhere(asking, table, { where, most }).then(question.heard));
			for (const row of rows) noted(row);
			return rows;
		},
	};
}

/**
 * Locks records of a table in the order of their ids, in one statement, and remembers them: nobody else can change them now.
 * Those that do not exist lock nothing.
 */
export async function lockRecords(asking: Asking, table: Table, ids: readonly Id[]): Promise<void> {
	const locked = withIds(asking, table, { ids, lock: true });
	for (const id of ids) {
		const found = locked.then((rows) => rows.get(id));
		// Whoever asks for it hears of a failure; so does the transaction.
		found.catch(() => undefined);
		void remembered(asking.memory, oneOf(table, id), () => found);
	}
	await locked;
}

function oneOf(table: Table, id: Id): Question {
	return { table: table.name, words: `find ${id}`, concerns: (row) => row.id === id };
}

// A row as it becomes concerns a list when it belongs there, or stands there now.
function manyOf<R extends Row>(table: Table<R>, where: Partial<R>, most?: number) {
	let rows: readonly R[] | undefined;
	const concerns = (row: Row) => {
		const belongs = Object.entries(where).every(([field, value]) => (row as Readonly<Record<string, unknown>>)[field] === value);
		return belongs || !rows || rows.some(({ id }) => id === row.id);
	};
	const heard = (found: readonly R[]) => (rows = found);
	return { table: table.name, words: `list ${JSON.stringify(where)}${most ?? ''}`, concerns, heard };
}

type Wanted = Readonly<{ ids: readonly Id[]; lock: boolean }>;

async function withIds<R extends Row>({ client, send }: Asking, table: Table<R>, { ids, lock }: Wanted): Promise<ReadonlyMap<Id, R>> {
	send();
	const { rows } = await client.query<R>({
		name: `${lock ? 'lock' : 'find'} ${table.name}`,
		text: `select ${listed(table)} from ${table.name} where id = any ($1::uuid[])${lock ? ' order by id for update' : ''}`,
		values: [ids],
	});
	return new Map(rows.map((row) => [row.id, row]));
}

type Listing<R> = Readonly<{ where: Partial<R>; most: number | undefined }>;

async function listWhere<R extends Row>(asking: Asking, table: Table<R>, { where, most }: Listing<R>): Promise<readonly R[]> {
	const { client, send, together } = asking;
	const [[field, id] = ['', undefined], ...others] = Object.entries(where);
	// All that belongs to one record or another is asked for in one question: a rule may ask it of thirty.
	if (field.endsWith('Id') && isId(id) && others.length === 0 && most === undefined)
		return (await together(`list ${table.name} ${field}`, id, (ids) => listOf(asking, table, { field, ids }))) ?? [];
	const fields = Object.keys(where).filter((field) => where[field as keyof R] !== null);
	const empty = Object.keys(where).filter((field) => where[field as keyof R] === null);
	send();
	const { rows } = await client.query<R>({
		name: `list ${table.name} ${fields.join(' ')} / ${empty.join(' ')}${most ? ` ${most}` : ''}`,
		text: `select ${listed(table)} from ${table.name} where ${conditions(table, fields, empty)} order by id${most ? ` limit ${most}` : ''}`,
		values: fields.map((field) => where[field as keyof R]),
	});
	return rows;
}

type Owned = Readonly<{ field: string; ids: readonly Id[] }>;

async function listOf<R extends Row>({ client, send }: Asking, table: Table<R>, { field, ids }: Owned): Promise<ReadonlyMap<Id, readonly R[]>> {
	send();
	const { rows } = await client.query<R>({
		name: `list ${table.name} of ${field}`,
		text: `select ${listed(table)} from ${table.name} where ${table.columns.get(field)} = any ($1::uuid[]) order by id`,
		values: [ids],
	});
	return Map.groupBy(rows, (row) => row[field as keyof R] as Id);
}

/** The columns of a table, named as the fields of its rows. */
export function listed<R extends Row>(table: Table<R>): string {
	return [...table.columns].map(([field, column]) => `${column} as "${field}"`).join(', ');
}

function conditions(table: Table, fields: readonly string[], empty: readonly string[]): string {
	const equal = fields.map((field, at) => `${table.columns.get(field)} = $${at + 1}`);
	return [...equal, ...empty.map((field) => `${table.columns.get(field)} is null`)].join(' and ') || 'true';
}
