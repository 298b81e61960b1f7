import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Id } from '#kernel/ids.ts';

/** A transaction that reads with one role's rights. Pages write their questions with Kysely's `sql`. */
export type Reading = Transaction<unknown>;

/** Reads as somebody: a person under row security, the public, or what counts figures. */
export type Readers = Readonly<{
	/** Reads what this person may see. */
	as<T>(personId: Id, read: (reading: Reading) => Promise<T>): Promise<T>;
	/** Reads what everyone may see. */
	asPublic<T>(read: (reading: Reading) => Promise<T>): Promise<T>;
	/** Counts facts, after the caller has checked who may read that figure at that level. */
	asFigures<T>(read: (reading: Reading) => Promise<T>): Promise<T>;
}>;

/** Makes the readers over the gate's connections. Each reading is one read-only transaction with one role. */
export function readersOver(gate: Pool): Readers {
	const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: gate }) });
	function within<T>(role: string, personId: string, read: (reading: Reading) => Promise<T>): Promise<T> {
		return database
			.transaction()
			.setAccessMode('read only')
			.execute(async (reading) => {
				await sql`select set_config('role', ${role}, true), set_config('app.person', ${personId}, true)`.execute(reading);
				return read(reading);
			});
	}
	return {
		as: (personId, read) => within('shigikira_reader', personId, read),
		asPublic: (read) => within('shigikira_public', '', read),
		asFigures: (read) =>
			within('shigikira_figures', '', async (reading) => {
				// Figures sort and gather a million facts: with the usual memory they would do it on the disk.
				await sql`select set_config('work_mem', '128MB', true)`.execute(reading);
				return read(reading);
			}),
	};
}
