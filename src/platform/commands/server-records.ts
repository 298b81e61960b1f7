import type { PoolClient } from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Records } from './records.ts';
import { columnOf, type Row, type Table } from './table.ts';

/** Answers a rule's questions from PostgreSQL, in the transaction of the given connection, with the judge's rights. */
export function serverRecords(client: PoolClient): Records {
	async function one<R extends Row>(table: Table<R>, id: Id, how: '' | ' for update'): Promise<R | undefined> {
		const text = `select ${listed(table)} from ${table.name} where id = $1${how}`;
		const { rows } = await client.query<R>({ name: `find ${table.name}${how}`, text, values: [id] });
		return rows[0];
	}
	return {
		find: (table, id) => one(table, id, ''),
		hold: (table, id) => one(table, id, ' for update'),
		async list<R extends Row>(table: Table<R>, where: Partial<R>) {
			const fields = Object.keys(where).filter((field) => where[field as keyof R] !== null);
			const empty = Object.keys(where).filter((field) => where[field as keyof R] === null);
			const { rows } = await client.query<R>({
				name: `list ${table.name} ${fields.join(' ')} / ${empty.join(' ')}`,
				text: `select ${listed(table)} from ${table.name} where ${conditions(fields, empty)} order by id`,
				values: fields.map((field) => where[field as keyof R]),
			});
			return rows;
		},
	};
}

/** The columns of a table, named as the fields of its rows. */
export function listed<R extends Row>(table: Table<R>): string {
	return table.columns.map((field) => `${columnOf(field)} as "${field}"`).join(', ');
}

function conditions(fields: readonly string[], empty: readonly string[]): string {
	const equal = fields.map((field, at) => `${columnOf(field)} = $${at + 1}`);
	return [...equal, ...empty.map((field) => `${columnOf(field)} is null`)].join(' and ') || 'true';
}
