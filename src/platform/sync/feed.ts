import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { listed } from '#platform/commands/server-records.ts';
import type { Registry } from '#platform/commands/registry.ts';
import type { Table } from '#platform/commands/table.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { SyncAnswer } from './wire.ts';

/** Where a person's phone stands: what it has read up to, and which scopes it held then. */
export type Position = Readonly<{ personId: Id; cursor: number; scopes: string; rows: number }>;

type Change = Readonly<{ seq: number; collection: string; rowId: Id }>;

/**
 * Reads what happened since a phone's cursor to the rows its person sees. A reading as that person.
 * When the scopes she sees are not those the phone holds, it starts again from the beginning: what it is not sent anew, it
 * forgets. A row is sent as it stands now, however often it changed; one she no longer sees is told to have left.
 */
export async function readFeed(reading: Reading, registry: Registry, { personId, ...at }: Position): Promise<Omit<SyncAnswer, 'e'>> {
	const scopes = await scopesHash(reading, personId);
	const cursor = scopes === at.scopes ? at.cursor : 0;
	const changes = await changesSince(reading, registry, { personId, cursor, limit: at.rows });
	const rows = await rowsOf(reading, registry, changes);
	const seen = new Set(Object.values(rows).flatMap((found) => found.map((row) => row['id'])));
	const left = changes.filter(({ rowId }) => !seen.has(rowId)).map(({ collection, rowId }): [string, Id] => [collection, rowId]);
	return {
		c: changes.at(-1)?.seq ?? cursor,
		...(changes.length === at.rows && { m: 1 as const }),
		...(scopes !== at.scopes && { s: scopes }),
		...(seen.size > 0 && { t: rows }),
		// A phone that starts again holds nothing that could leave.
		...(left.length > 0 && cursor > 0 && { l: left }),
	};
}

/** The epoch of the server: it changes when a backup is restored, and phones then send again what they keep. */
export async function serverEpoch(reading: Reading): Promise<number> {
	const { rows } = await sql<{ epoch: number }>`select epoch from sync.node`.execute(reading);
	return rows[0]?.epoch ?? 1;
}

async function scopesHash(reading: Reading, personId: Id): Promise<string> {
	const { rows } = await sql<{
		scope_id: Id;
	}>`select distinct scope_id from access.seen where account_id = ${personId} and sees order by scope_id`.execute(reading);
	return createHash('sha256')
		.update(rows.map(({ scope_id }) => scope_id).join())
		.digest('base64url')
		.slice(0, 10);
}

async function changesSince(
	reading: Reading,
	registry: Registry,
	{ personId, cursor, limit }: Readonly<{ personId: Id; cursor: number; limit: number }>,
): Promise<readonly Change[]> {
	const collections = [...registry.collections.keys()];
	// The newest change of a row through any of the person's scopes: a row is sent once.
	const { rows } = await sql<Change>`
		select max(c.seq) as seq, c.collection, c.row_id as "rowId" from sync.changes c
		where c.seq > ${cursor} and c.collection = any (${collections}::text[])
			and c.scope_id in (select s.scope_id from access.seen s where s.account_id = ${personId} and s.sees)
		group by c.collection, c.row_id order by 1 limit ${limit}`.execute(reading);
	return rows;
}

async function rowsOf(reading: Reading, registry: Registry, changes: readonly Change[]): Promise<NonNullable<SyncAnswer['t']>> {
	const found: Record<string, Record<string, unknown>[]> = {};
	for (const [name, of] of Map.groupBy(changes, ({ collection }) => collection)) {
		const table = registry.collections.get(name);
		const rows = table
			? await visible(
					reading,
					table,
					of.map(({ rowId }) => rowId),
				)
			: [];
		if (rows.length > 0) found[name] = rows;
	}
	return found;
}

async function visible(reading: Reading, table: Table, ids: readonly Id[]): Promise<Record<string, unknown>[]> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${sql.raw(listed(table))} from ${sql.raw(table.name)} where id = any (${ids}::uuid[])`.execute(reading);
	return rows;
}
