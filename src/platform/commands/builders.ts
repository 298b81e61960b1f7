import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import * as v from 'valibot';
import { newId, type Id } from '#kernel/ids.ts';
import type { Command, Decision } from './command.ts';
import type { Records } from './records.ts';
import type { Row, Table } from './table.ts';

/** Records on paper, for a test of a rule: the rows given, by table, and nothing else. */
export function recordsOf(rows: readonly (readonly [Table, Row])[]): Records {
	const of = <R extends Row>(table: Table<R>) => rows.filter(([other]) => other.name === table.name).map(([, row]) => row as R);
	const find = <R extends Row>(table: Table<R>, id: Id) => Promise.resolve(of(table).find((row) => row.id === id));
	return {
		find,
		hold: find,
		list: <R extends Row>(table: Table<R>, where: Partial<R>, most?: number) =>
			Promise.resolve(
				of(table)
					.filter((row) => Object.entries(where).every(([field, value]) => row[field as keyof R] === value))
					.slice(0, most),
			),
	};
}

/** Whoever acts in a judgement on paper. */
export const ACTOR: Id = newId();

/** Has a command judge an input over rows on paper. Throws when the input is not the command's. Returns what it decided. */
export async function judged(command: Command, input: unknown, rows: readonly (readonly [Table, Row])[] = []): Promise<Decision> {
	const parsed: unknown = v.parse(command.input, input);
	return command.decide(await command.gather(recordsOf(rows), parsed), parsed, { personId: ACTOR });
}

/** The key of the refusal a command decided; `applied` when it decided writes. */
export function verdictOf(decision: Decision): string {
	if (typeof decision === 'string') return decision;
	return isRefusal(decision) ? (decision as Refusal).key : 'applied';
}

/** The rows a command decided to write into a table. */
export function rowsInto<R extends Row>(table: Table<R>, decision: Decision): readonly R[] {
	if (typeof decision === 'string' || isRefusal(decision)) return [];
	return decision.writes.flatMap((write) => (write.kind === 'put' && write.table.name === table.name ? [write.row as R] : []));
}
