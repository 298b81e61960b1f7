import type { Id } from '#kernel/ids.ts';
import type { Row, Table } from './table.ts';

/** On a phone, a record that was never sent to it: nothing is judged from it, the server decides. */
export const unknown = 'unknown';

/** What a rule may ask of the records. The same questions are answered by PostgreSQL and by a phone's memory. */
export type Records = Readonly<{
	/** The record with that id; `undefined` when there is none, `unknown` on a phone that does not hold it. */
	find<R extends Row>(table: Table<R>, id: Id): Promise<R | undefined | typeof unknown>;
	/** Like `find`, and keeps the record from changing under us until the transaction ends: for what a reaction rewrites. */
	hold<R extends Row>(table: Table<R>, id: Id): Promise<R | undefined | typeof unknown>;
	/**
	 * The records whose fields equal those given, in the order of their ids; at most so many, when it is said how many.
	 * A phone answers from what it holds.
	 */
	list<R extends Row>(table: Table<R>, where: Partial<R>, most?: number): Promise<readonly R[]>;
}>;
