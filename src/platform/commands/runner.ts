import * as v from 'valibot';
import type { Pool, PoolClient } from 'pg';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import type { Id } from '#kernel/ids.ts';
import { undecided, type Acting, type Command, type Decision, type Event } from './command.ts';
import { outcomeLine, priorOutcomes, publish, type Envelope, type Outcome, type OutcomeLine } from './outcome.ts';
import { mayAt } from './permit.ts';
import type { Registry } from './registry.ts';
import { serverRecords } from './server-records.ts';
import type { Table } from './table.ts';
import { notUnderstood } from './understanding.ts';
import { nothingWritten, writeAll, type Written } from './writing.ts';

/** What the runner works with: the gate's connections and what the capabilities brought. */
export type House = Readonly<{ gate: Pool; registry: Registry }>;

const DEEPEST_REACTION = 4;
const DEADLOCK = '40P01';

// The numbering lock is held until a commit ends: a commit that waited for the disk would make all others wait for it too.
// So commits do not wait, and each answer does: this flushes the log up to here, once for all who ask at that moment.
const ONTO_DISK = `select pg_logical_emit_message(false, 'shigikira', '', true)`;

/**
 * Runs commands of one person, in their order, and answers each with its outcome.
 * All go in one transaction; when one fails unexpectedly, each is run again in a transaction of its own, so that a bad
 * one delays no other. A command that was answered before is answered the same, and does nothing.
 * Throws only when a single command fails for a reason nobody foresaw.
 */
export async function runCommands(house: House, acting: Acting, envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
	const [only] = envelopes;
	if (only && envelopes.length === 1) return [await alone(house, acting, only).catch((failure: unknown) => heldOrThrown(failure, only))];
	try {
		return await inOneTransaction(house, acting, envelopes);
	} catch {
		const outcomes: Outcome[] = [];
		for (const envelope of envelopes) outcomes.push(await alone(house, acting, envelope).catch((reason: unknown) => held(envelope, reason)));
		return outcomes;
	}
}

// Two transactions that wait for each other: PostgreSQL ends one, and it has done nothing. It is tried again.
async function alone(house: House, acting: Acting, envelope: Envelope, tries = 3): Promise<Outcome> {
	try {
		const [outcome] = await inOneTransaction(house, acting, [envelope]);
		return outcome as Outcome;
	} catch (failure) {
		if ((failure as { code?: unknown }).code !== DEADLOCK || tries <= 1) throw failure;
		return alone(house, acting, envelope, tries - 1);
	}
}

/** Runs one command; see `runCommands`. Returns its outcome. */
export async function runCommand(house: House, acting: Acting, envelope: Envelope): Promise<Outcome> {
	const [outcome] = await runCommands(house, acting, [envelope]);
	return outcome as Outcome;
}

async function inOneTransaction(house: House, acting: Acting, envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
	const client = await house.gate.connect();
	try {
		const begun = client.query('begin; set local role shigikira_judge; set local synchronous_commit = off');
		const [outcomes] = await Promise.all([answerAll(house, client, acting, envelopes), begun]);
		client.release();
		return outcomes;
	} catch (failure) {
		// A connection that cannot even roll back is thrown away.
		await client.query('rollback').then(
			() => client.release(),
			(broken: Error) => client.release(broken),
		);
		throw failure;
	}
}

async function answerAll(house: House, client: PoolClient, acting: Acting, envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
	const prior = await priorOutcomes(client, acting, envelopes);
	if (envelopes.length > 1)
		await lockTogether(
			house,
			client,
			envelopes.filter(({ id }) => !prior.has(id)),
		);
	const under: Promise<unknown>[] = [];
	const at: At = { house, client, acting, written: nothingWritten(), under };
	const outcomes: Outcome[] = [];
	const lines: OutcomeLine[] = [];
	for (const envelope of envelopes) {
		const known = prior.get(envelope.id);
		if (known) {
			outcomes.push(known);
			continue;
		}
		const { refusal, scopeId } = await answer(at, envelope);
		const outcome: Outcome = refusal ? { id: envelope.id, outcome: 'refused', refusal } : { id: envelope.id, outcome: 'applied' };
		prior.set(envelope.id, outcome);
		outcomes.push(outcome);
		lines.push(outcomeLine(acting, envelope, outcome, scopeId));
	}
	if (lines.length > 0) goesOut(under, publish(client, at.written, lines));
	goesOut(under, client.query('commit'));
	goesOut(under, client.query(ONTO_DISK));
	// A statement that fails makes those after it fail, the commit included: nothing of the transaction stays.
	await Promise.all(under);
	return outcomes;
}

// `under` holds statements that were sent and whose end is awaited before anything is answered.
type At = Readonly<{ house: House; client: PoolClient; acting: Acting; written: Written; under: Promise<unknown>[] }>;
type Answer = Readonly<{ refusal?: Refusal; scopeId?: Id }>;

async function answer(at: At, envelope: Envelope): Promise<Answer> {
	const command = at.house.registry.commands.get(envelope.name);
	if (!command || command.version !== envelope.version) return { refusal: refuse('platform.unknown-command', { name: envelope.name.slice(0, 60) }) };
	const parsed = v.safeParse(command.input, envelope.input);
	if (!parsed.success) return { refusal: notUnderstood(parsed.issues) };
	const input: unknown = parsed.output;

	const scopeId = await mayAt(at.client, at.house.registry, at.acting, { command, input });
	if (!scopeId) return { refusal: refuse('platform.not-permitted') };
	// Both go out at once: the connection takes the locks first, and the reading then sees what the lock's holder left.
	const locked = lock(at.client, command, input);
	goesOut(at.under, locked);
	const gathered: unknown = await command.gather(serverRecords(at.client), input);
	const decision = command.decide(gathered, input, at.acting);
	if (isRefusal(decision)) return { refusal: decision, scopeId };
	await apply(at, decision, 0);
	return { scopeId };
}

// A batch locks all its records first, in one order: two batches then never wait for each other.
async function lockTogether({ registry }: House, client: PoolClient, envelopes: readonly Envelope[]): Promise<void> {
	const wanted = envelopes.flatMap(({ name, version, input }) => {
		const command = registry.commands.get(name);
		const parsed = command?.version === version ? v.safeParse(command.input, input) : undefined;
		return parsed?.success ? [...(command?.locks?.(parsed.output) ?? [])] : [];
	});
	await lockInOrder(client, wanted);
}

function lock(client: PoolClient, command: Command, input: unknown): Promise<void> {
	return lockInOrder(client, command.locks?.(input) ?? []);
}

async function lockInOrder(client: PoolClient, records: readonly (readonly [Table, Id])[]): Promise<void> {
	const byKey = new Map(records.map(([table, id]) => [`${table.name} ${id}`, [table, id] as const]));
	const wanted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
	await Promise.all(
		wanted.map(([table, id]) =>
			client.query({ name: `lock ${table.name}`, text: `select 1 from ${table.name} where id = $1 for update`, values: [id] }),
		),
	);
}

async function apply(at: At, decision: Exclude<Decision, Refusal>, depth: number): Promise<void> {
	if (decision === undecided) throw new Error('A rule left undecided what the server must decide');
	if (depth > DEEPEST_REACTION) throw new Error('Reactions answer one another without end');
	goesOut(at.under, writeAll(at.client, decision.writes, at.written));
	for (const fact of decision.facts ?? []) at.written.facts.set(`${fact.kind} ${fact.key}`, fact);
	for (const event of decision.events ?? []) await react(at, event, depth + 1);
}

function goesOut(under: Promise<unknown>[], statement: Promise<unknown>): void {
	// Its failure is told once, where all are awaited.
	statement.catch(() => undefined);
	under.push(statement);
}

async function react(at: At, event: Event, depth: number): Promise<void> {
	for (const reaction of at.house.registry.reactions.get(event.name) ?? []) {
		const gathered = await reaction.gather(serverRecords(at.client), event);
		await apply(at, reaction.react(gathered, event, at.acting), depth);
	}
}

// A rule explains; a constraint protects. What two people do at once may meet a constraint that no rule could foresee.
function heldOrThrown(failure: unknown, envelope: Envelope): Outcome {
	const code = (failure as { code?: unknown }).code;
	if (code === '23505' || code === '23503' || code === '23514' || code === DEADLOCK) return held(envelope, failure);
	throw failure;
}

function held(envelope: Envelope, reason: unknown): Outcome {
	console.error(`Command ${envelope.name} ${envelope.id} was not carried out:`, reason instanceof Error ? reason.message : reason);
	return { id: envelope.id, outcome: 'held', refusal: refuse('platform.not-carried-out') };
}
