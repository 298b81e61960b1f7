import type { PoolClient } from 'pg';
import type { Fact, FactGone, SameAs } from './fact.ts';
import type { Write } from './command.ts';
import type { Columns, Row, Table } from './table.ts';

/** What a transaction has written so far and will publish at its end. */
export type Written = Readonly<{
	rows: Map<string, { id: string; collection: string; scopes: readonly string[] }>;
	shown: Map<string, { id: string; collection: string; scope: string }>;
	hidden: Map<string, { id: string; collection: string; scope: string }>;
	facts: Map<string, Fact | FactGone>;
	same: Map<string, SameAs>;
}>;

/** A write that is to be sent: a row that its command read before is changed, any other is new, and must not exist. */
export type Settled = Exclude<Write, { kind: 'put' }> | Readonly<{ kind: 'put'; table: Table; row: Row; isNew: boolean }>;

/** Nothing written yet. */
export function nothingWritten(): Written {
	return { rows: new Map(), shown: new Map(), hidden: new Map(), facts: new Map(), same: new Map() };
}

/**
 * Writes what rules decided, in the transaction of the connection, and notes what must be published with it.
 */
export async function writeAll(client: PoolClient, writes: readonly Settled[], written: Written): Promise<void> {
	// All go out at once; the connection keeps their order.
	await Promise.all(
		inRuns(writes).flatMap((group) => {
			const [first] = group;
			if (first?.kind !== 'put') return group.map((write) => writeOne(client, write, written));
			return [
				putRows(client, written, {
					table: first.table,
					isNew: first.isNew,
					rows: group.flatMap((write) => (write.kind === 'put' ? [write.row] : [])),
				}),
			];
		}),
	);
}

async function writeOne(client: PoolClient, write: Settled, written: Written): Promise<void> {
	if (write.kind === 'scope') {
		// A scope that exists is never moved by opening another: whoever did it could bring it under herself.
		await client.query('insert into access.scopes (id, kind, parent_id) values ($1, $2, $3)', [write.id, write.scopeKind, write.parent]);
	} else if (write.kind === 'show' || write.kind === 'hide') {
		const [into, outOf] = write.kind === 'show' ? [written.shown, written.hidden] : [written.hidden, written.shown];
		const key = `${write.id} ${write.scope}`;
		into.set(key, { id: write.id, collection: write.table.name, scope: write.scope });
		outOf.delete(key);
	}
}

async function putRows(
	client: PoolClient,
	written: Written,
	{ table, rows, isNew }: Readonly<{ table: Table; rows: readonly Row[]; isNew: boolean }>,
): Promise<void> {
	const last = new Map(rows.map((row) => [row.id, row]));
	for (const row of last.values()) {
		written.rows.set(row.id, { id: row.id, collection: table.name, scopes: [row.scopeId, ...table.seenBy(row)] });
	}
	await client.query({
		name: `${isNew ? 'add' : 'put'} ${table.name}`,
		text: putText(table, isNew),
		values: [JSON.stringify([...last.values()].map((row) => inColumns(row, table.columns)))],
	});
}

function putText(table: Table, isNew: boolean): string {
	const columns = [...table.columns.values()];
	const changed = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
	return `insert into ${table.name} (${columns.join(', ')})
		select ${columns.join(', ')} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)
		${isNew ? '' : `on conflict (id) do update set ${changed.join(', ')}`}`;
}

/** The fields of a record under the names of their columns; what it does not have is left out. */
export function inColumns(record: object, columns: Columns): Record<string, unknown> {
	const fields = record as Readonly<Record<string, unknown>>;
	const row: Record<string, unknown> = {};
	for (const [field, column] of columns) if (fields[field] !== undefined) row[column] = fields[field];
	return row;
}

// Neighbouring writes to one table go in one statement; the order between tables is kept, for what refers to what.
function inRuns(writes: readonly Settled[]): readonly (readonly Settled[])[] {
	const runs: Settled[][] = [];
	for (const write of writes) {
		const run = runs.at(-1);
		const before = run?.[0];
		if (run && before?.kind === 'put' && write.kind === 'put' && before.table === write.table && before.isNew === write.isNew) run.push(write);
		else runs.push([write]);
	}
	return runs;
}
