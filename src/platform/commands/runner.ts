import * as v from 'valibot';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import type { Id } from '#kernel/ids.ts';
import type { Database } from '#platform/server/database.ts';
import { undecided, type Acting, type Command, type Decision, type Event, type Write } from './command.ts';
import { outcomeAgain, outcomeLine, outcomeOf, priorAnswers, publish, taskOf } from './outcome.ts';
import type { Envelope, Outcome, OutcomeLine, Task } from './outcome.ts';
import { mayAt } from './permit.ts';
import type { Registry } from './registry.ts';
import { askingTogether, forget } from './remembering.ts';
import { lockRecords, serverRecords, type Asking } from './server-records.ts';
import { isSound } from './soundness.ts';
import type { Table } from './table.ts';
import { takingTurns, type Turns } from '#platform/server/turns.ts';
import { notUnderstood } from './understanding.ts';
import { nothingWritten, writeAll, type Settled, type Written } from './writing.ts';

/** What carries commands out: the gate, what the capabilities brought, and the queue in which commands go. */
export type House = Readonly<{ gate: Pool; registry: Registry; turns: Turns<Task, Done> }>;
type Done = Readonly<{ outcome: Outcome } | { failure: unknown }>;

const DEEPEST_REACTION = 4;
const DEADLOCK = '40P01';

// Two transactions keep two cores busy: while one waits for PostgreSQL, the other thinks. More would only wait for each other's locks.
// A second one begins when four wait for it: a transaction of one command costs nearly what one of four does.
const LIMITS = { atOnce: 2, together: 32, beside: 4 };

// The numbering lock is held until a commit ends: a commit that waited for the disk would make all others wait for it too.
// So commits do not wait, and each answer does: this flushes the log up to here, once for all who ask at that moment.
const ONTO_DISK = { name: 'onto disk', text: `select pg_logical_emit_message(false, 'shigikira', '', true)` };
// Named, PostgreSQL reads them once for each connection.
const [BEGIN, COMMIT] = ['begin', 'commit'].map((text) => ({ name: text, text })) as [QueryConfig, QueryConfig];

/** Takes the open database and what the capabilities brought, and opens the judge's own connections, which close with the database. */
export function openHouse({ gate, gateAs }: Pick<Database, 'gate' | 'gateAs'>, registry: Registry): House {
	const judge = gateAs('shigikira_judge', {
		size: LIMITS.atOnce,
		// Every question of a rule is asked by key: a plan made anew for each value would be the same plan.
		settings: { synchronous_commit: 'off', plan_cache_mode: 'force_generic_plan' },
	});
	return { gate, registry, turns: takingTurns((tasks) => carryOut({ judge, registry }, tasks), LIMITS) };
}

/**
 * Runs commands of one person, in their order, and answers each with its outcome.
 * They go in one transaction, with those of others that came at the same moment; when one fails unexpectedly, each is run
 * again in a transaction of its own, so that a bad one delays no other. A command that was answered before is answered
 * the same, and does nothing; an envelope that cannot be one of ours is refused, and nothing of it is kept. Throws only when a single command fails for a reason nobody foresaw.
 */
export async function runCommands(house: House, acting: Acting, envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
	const sound = envelopes.filter(isSound);
	const done = sound.length > 0 ? await house.turns(sound.map((envelope) => taskOf(acting, envelope))) : [];
	const answered = new Map(sound.map((envelope, at) => [envelope, done[at] as Done]));
	return envelopes.map((envelope) => {
		const one = answered.get(envelope);
		if (!one) return outcomeOf(envelope.id, refuse('platform.unknown-command', { name: '' }));
		if ('outcome' in one) return one.outcome;
		return envelopes.length === 1 ? heldOrThrown(one.failure, envelope) : held(envelope, one.failure);
	});
}

/** Runs one command; see `runCommands`. Returns its outcome. */
export async function runCommand(house: House, acting: Acting, envelope: Envelope): Promise<Outcome> {
	const [outcome] = await runCommands(house, acting, [envelope]);
	return outcome as Outcome;
}

type Desk = Readonly<{ judge: Pool; registry: Registry }>;

async function carryOut(desk: Desk, tasks: readonly Task[]): Promise<readonly Done[]> {
	if (tasks.length > 1) {
		const outcomes = await inOneTransaction(desk, tasks).catch(() => undefined);
		if (outcomes) return outcomes.map((outcome) => ({ outcome }));
	}
	const done: Done[] = [];
	for (const task of tasks) done.push(await alone(desk, task));
	return done;
}

// Two transactions that wait for each other: PostgreSQL ends one, and it has done nothing. It is tried again.
async function alone(desk: Desk, task: Task, tries = 3): Promise<Done> {
	try {
		const [outcome] = await inOneTransaction(desk, [task]);
		return { outcome: outcome as Outcome };
	} catch (failure) {
		if ((failure as { code?: unknown }).code !== DEADLOCK || tries <= 1) return { failure };
		return alone(desk, task, tries - 1);
	}
}

async function inOneTransaction({ judge, registry }: Desk, tasks: readonly Task[]): Promise<readonly Outcome[]> {
	const client = await judge.connect();
	try {
		const begun = client.query(BEGIN);
		const [outcomes] = await Promise.all([answerAll(transactionOn(client, registry), tasks), begun]);
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

// `decided` waits until something is asked, or the end: neighbouring writes then go in one statement.
// `under` holds statements that were sent and whose end is awaited before anything is answered.
type At = Asking & Readonly<{ registry: Registry; written: Written; decided: Settled[]; under: Promise<unknown>[] }>;

function transactionOn(client: PoolClient, registry: Registry): At {
	const [decided, under, written]: [Settled[], Promise<unknown>[], Written] = [[], [], nothingWritten()];
	const send = () => {
		if (decided.length > 0) goesOut(under, writeAll(client, decided.splice(0), written));
	};
	return { client, memory: new Map(), together: askingTogether(), send, registry, written, decided, under };
}

async function answerAll(at: At, tasks: readonly Task[]): Promise<readonly Outcome[]> {
	try {
		return await answerEach(at, tasks);
	} catch (failure) {
		// A write that failed makes the questions after it fail, which say nothing: the write says why.
		await allUnder(at.under);
		throw failure;
	}
}

async function answerEach(at: At, tasks: readonly Task[]): Promise<readonly Outcome[]> {
	const { client, under } = at;
	const ready = tasks.map(({ envelope }) => understood(at.registry, envelope));
	const [answered] = await Promise.all([priorAnswers(client, tasks), prepare(at, tasks, ready)]);
	const outcomes: Outcome[] = [];
	const lines: OutcomeLine[] = [];
	for (const [index, task] of tasks.entries()) {
		const { id } = task.envelope;
		const before = answered.get(id);
		if (before) {
			outcomes.push(outcomeAgain(task, before));
			continue;
		}
		const { refusal, scopeId } = await answer(at, task.acting, ready[index] as Ready | Refusal);
		answered.set(id, { accountId: task.acting.personId, hash: task.hash, refusal: refusal ?? null });
		outcomes.push(outcomeOf(id, refusal));
		lines.push(outcomeLine(task, refusal, scopeId));
	}
	at.send();
	if (lines.length > 0) goesOut(under, publish(client, at.written, lines));
	goesOut(under, client.query(COMMIT));
	goesOut(under, client.query(ONTO_DISK));
	await allUnder(under);
	return outcomes;
}

type Ready = Readonly<{ command: Command; input: unknown }>;
type Answer = Readonly<{ refusal?: Refusal; scopeId?: Id }>;

function understood({ commands }: Registry, { name, version, input }: Envelope): Ready | Refusal {
	const command: Command | undefined = commands.get(name);
	if (!command || command.version !== version) return refuse('platform.unknown-command', { name: name.slice(0, 60) });
	const parsed = v.safeParse(command.input, input);
	return parsed.success ? { command, input: parsed.output } : notUnderstood(parsed.issues);
}

// All records are locked first, in one order, so that two transactions never wait for each other; then all questions are
// asked at once. They go out together: the connection takes the locks first, and the reading then sees what their holders
// left. What one command changes is asked again by those that follow.
async function prepare(at: At, tasks: readonly Task[], ready: readonly (Ready | Refusal)[]): Promise<void> {
	const wanted = ready.flatMap((one, index) => (isRefusal(one) ? [] : [{ ...one, acting: (tasks[index] as Task).acting }]));
	await Promise.all([
		lockInOrder(
			at,
			wanted.flatMap(({ command, input }) => [...(command.locks?.(input) ?? [])]),
		),
		...wanted.flatMap((asked) => [mayAt(at, at.registry.permissions, asked), asked.command.gather(serverRecords(at, new Set()), asked.input)]),
	]);
}

async function answer(at: At, acting: Acting, ready: Ready | Refusal): Promise<Answer> {
	if (isRefusal(ready)) return { refusal: ready };
	const { command, input } = ready;
	const scopeId = await mayAt(at, at.registry.permissions, { acting, ...ready });
	if (!scopeId) return { refusal: refuse('platform.not-permitted') };
	const seen = new Set<Id>();
	const gathered: unknown = await command.gather(serverRecords(at, seen), input);
	const decision = command.decide(gathered, input, acting);
	if (isRefusal(decision)) return { refusal: decision, scopeId };
	await apply(at, { decision, acting, seen, depth: 0 });
	return { scopeId };
}

// Tables in the order of their names, records in the order of their ids.
async function lockInOrder(at: At, records: readonly (readonly [Table, Id])[]): Promise<void> {
	const tables = new Map(records.map(([table]) => [table.name, table]));
	await Promise.all(
		[...tables]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([, table]) => {
				const ids = new Set(records.filter(([other]) => other === table).map(([, id]) => id));
				return lockRecords(at, table, [...ids]);
			}),
	);
}

type Applied = Readonly<{ decision: Exclude<Decision, Refusal>; acting: Acting; seen: ReadonlySet<Id>; depth: number }>;

async function apply(at: At, { decision, acting, seen, depth }: Applied): Promise<void> {
	if (decision === undecided) throw new Error('A rule left undecided what the server must decide');
	if (depth > DEEPEST_REACTION) throw new Error('Reactions answer one another without end');
	const writes = decision.writes.map((write) => settled(write, seen));
	at.decided.push(...writes);
	forget(at.memory, decision.writes);
	for (const fact of decision.facts ?? []) at.written.facts.set(`${fact.kind} ${fact.key}`, fact);
	for (const told of decision.same ?? []) at.written.same.set(told.id, told);
	for (const event of decision.events ?? []) await react(at, acting, { event, depth: depth + 1 });
}

// A row that does not fit its table's shape throws before anything of its command is sent: a rule must not decide it.
// A command changes only rows that it read: under an id that somebody else's row bears, a new row meets the primary key.
function settled(write: Write, seen: ReadonlySet<Id>): Settled {
	return write.kind === 'put' ? { ...write, row: write.table.parse(write.row), isNew: write.isNew ?? !seen.has(write.row.id) } : write;
}

// A statement that fails makes those after it fail, the commit included: nothing of the transaction stays. The first one
// says why; the others only say that it failed.
async function allUnder(under: readonly Promise<unknown>[]): Promise<void> {
	const ends = await Promise.allSettled(under);
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) throw failed.reason;
}

function goesOut(under: Promise<unknown>[], statement: Promise<unknown>): void {
	// Its failure is told once, where all are awaited.
	statement.catch(() => undefined);
	under.push(statement);
}

async function react(at: At, acting: Acting, { event, depth }: { event: Event; depth: number }): Promise<void> {
	for (const reaction of at.registry.reactions.get(event.name) ?? []) {
		const seen = new Set<Id>();
		const gathered = await reaction.gather(serverRecords(at, seen), event);
		await apply(at, { decision: reaction.react(gathered, event, acting), acting, seen, depth });
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
