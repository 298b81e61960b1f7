import type { Refusal } from '#kernel/refusal.ts';
import type { Row, Table } from '#platform/commands/table.ts';
import type { Lane, Sealer } from './envelopes.ts';
import type { Phone } from './phone.ts';
import type { Vault } from './vault.ts';

/** A row as the server last sent it, its key in the store, and in which full load it was last seen. */
export type HeldRow = Readonly<{ row: Row; key: string; load: number }>;

/** Where this person's copy stands. `anew` while a full load is under way; `emptied` until the server knows the store was lost. */
export type Position = Readonly<{ cursor: number; scopes: string; epoch: number; load: number; anew: boolean; shape: string; emptied?: true }>;

/** A command kept on the phone. `writes` and `reads` name the rows it touches ("table id"); `savedAt` is for people only. */
export type Entry = Readonly<{
	seq: number;
	id: string;
	name: string;
	version: number;
	input: unknown;
	savedAt: number;
	writes: readonly string[];
	reads: readonly string[];
	refusal?: Refusal;
}>;

/** Rows by table, then by id. */
export type RowsByTable<R> = ReadonlyMap<string, ReadonlyMap<string, R>>;

/**
 * What one unlocked person has in memory. The only thing here that changes; only work done `inTurn` changes it.
 * What pages see is `base` with `pending` over it: the server's rows, and her own commands that it has not answered.
 */
export type Desk = Readonly<{
	phone: Phone;
	person: string;
	lane: Lane;
	vault: Vault;
	seal: Sealer;
	inTurn<T>(work: () => Promise<T>): Promise<T>;
	now: { position: Position; rev: number; base: RowsByTable<HeldRow>; entries: readonly Entry[]; pending: RowsByTable<Row> };
}>;

/** A row as it stands on this phone; nothing when the phone does not hold it. */
export function findHere<R extends Row>({ now }: Desk, table: Table<R>, id: string): R | undefined {
	// Rows of a table were put there by that table's commands or by the server, which parsed them.
	return (now.pending.get(table.name)?.get(id) ?? now.base.get(table.name)?.get(id)?.row) as R | undefined;
}

/** The rows of a table on this phone whose fields equal those given, in the order of their ids. */
export function listHere<R extends Row>({ now }: Desk, table: Table<R>, where: Partial<R> = {}): readonly R[] {
	const rows = new Map<string, Row>();
	for (const [id, { row }] of now.base.get(table.name) ?? []) rows.set(id, row);
	for (const [id, row] of now.pending.get(table.name) ?? []) rows.set(id, row);
	const wanted = Object.entries(where);
	const found = ([...rows.values()] as R[]).filter((row) => wanted.every(([field, value]) => row[field as keyof R] === value));
	return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Makes the queue in which everything that changes a desk stands, one after the other. */
export function makeTurns(): Desk['inTurn'] {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work);
		last = mine.catch(() => undefined);
		return mine;
	};
}
