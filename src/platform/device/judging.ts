import * as v from 'valibot';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { undecided, type Command } from '#platform/commands/command.ts';
import { unknown, type Records } from '#platform/commands/records.ts';
import type { Row } from '#platform/commands/table.ts';
import { notUnderstood } from '#platform/commands/understanding.ts';
import { findHere, listHere, type Desk, type Entry } from './desk.ts';

/** What a rule said on this phone: the rows it would write, and which rows it read or would write ("table id"). */
export type Judged = Readonly<{ rows: readonly Readonly<{ table: string; row: Row }>[]; writes: readonly string[]; reads: readonly string[] }>;

/**
 * Asks a command's own rule, over what this phone holds.
 * Returns its refusal, or what it writes. A rule that cannot judge here writes nothing yet, and touches what it would lock.
 */
export async function judge(desk: Desk, command: Command, input: unknown): Promise<Judged | Refusal> {
	const parsed = v.safeParse(command.input, input);
	if (!parsed.success) return notUnderstood(parsed.issues);
	const reads = new Set<string>();
	const gathered: unknown = await command.gather(recordsOf(desk, reads), parsed.output);
	const decision = command.decide(gathered, parsed.output, { personId: desk.lane.account });
	if (isRefusal(decision)) return decision;
	if (decision === undecided) {
		const locked = command.locks?.(parsed.output) ?? [];
		return { rows: [], writes: locked.map(([table, id]) => `${table.name} ${id}`), reads: [...reads] };
	}
	const rows = decision.writes.flatMap((write) => (write.kind === 'put' ? [{ table: write.table.name, row: write.row }] : []));
	return { rows, writes: rows.map(({ table, row }) => `${table} ${row.id}`), reads: [...reads] };
}

/**
 * Replays the commands that are not answered yet over the server's rows, in their order, and shows the result.
 * A command of an older program, or one its rule now refuses, shows nothing: the server will say.
 */
export async function replay(desk: Desk): Promise<void> {
	const over: Desk = { ...desk, now: { ...desk.now, pending: new Map() } };
	for (const entry of desk.now.entries) if (!entry.refusal) await showOver(over, entry);
	desk.now.pending = over.now.pending;
}

async function showOver(desk: Desk, { name, version, input }: Entry): Promise<void> {
	const command = desk.phone.catalogue.commands.get(name);
	if (!command || command.version !== version) return;
	const judged = await judge(desk, command, input).catch(() => undefined);
	if (judged && !isRefusal(judged)) show(desk, judged);
}

/** Shows what a command writes over what is there. */
export function show(desk: Desk, { rows }: Judged): void {
	const pending = new Map(desk.now.pending);
	for (const { table, row } of rows) pending.set(table, new Map(pending.get(table)).set(row.id, row));
	desk.now.pending = pending;
}

function recordsOf(desk: Desk, reads: Set<string>): Records {
	const find: Records['find'] = async (table, id) => {
		reads.add(`${table.name} ${id}`);
		// A phone never knows that a record does not exist: only that it was not sent here.
		return findHere(desk, table, id) ?? unknown;
	};
	const list: Records['list'] = async (table, where, most) => {
		const rows = listHere(desk, table, where).slice(0, most);
		for (const row of rows) reads.add(`${table.name} ${row.id}`);
		return rows;
	};
	return { find, hold: find, list };
}
