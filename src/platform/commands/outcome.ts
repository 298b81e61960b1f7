import { createHash, randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Id } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Acting } from './command.ts';
import { factColumns } from './fact.ts';
import { inColumns, type Written } from './writing.ts';

/** A command as it is sent: its id minted where the person acts, its name, its version, its input. */
export type Envelope = Readonly<{ id: Id; name: string; version: number; input: unknown }>;

/** What became of a command. `held` is not recorded: it may be sent again. */
export type Outcome = Readonly<{ id: Id; outcome: 'applied' | 'refused' | 'held'; refusal?: Refusal }>;

/** An outcome with its audit line, as the end of the transaction writes them. */
export type OutcomeLine = Readonly<Record<string, unknown>>;

/** A command on its way: who sent it, what was sent, its input in canonical words, and the digest by which it is known again. */
export type Task = Readonly<{ acting: Acting; envelope: Envelope; input: string; hash: Buffer }>;

/** What is known of a command that was answered: under another person or another input, nothing of it is told. */
export type Answered = Readonly<{ accountId: Id; hash: Buffer; refusal: Refusal | null }>;

/** Takes a command as it was sent, and returns it with its digest. */
export function taskOf(acting: Acting, envelope: Envelope): Task {
	const input = canonical(envelope.input ?? null);
	const hash = createHash('sha256')
		.update(`${JSON.stringify(envelope.name)} ${envelope.version} ${input}`)
		.digest();
	return { acting, envelope, input, hash };
}

/** Looks up commands that were answered before, by id, and keeps two copies of one command from running at once. */
export async function priorAnswers(client: PoolClient, tasks: readonly Task[]): Promise<Map<Id, Answered>> {
	const ids = [...new Set(tasks.map(({ envelope }) => envelope.id))].sort();
	const { rows } = await client.query<Answered & { id: Id }>({
		name: 'prior',
		text: 'select command_id as id, account_id as "accountId", input_hash as hash, refusal from commands.prior($1::uuid[])',
		values: [ids],
	});
	return new Map(rows.map((row) => [row.id, row]));
}

/** The outcome of a command that was answered before: the same again, or a refusal when somebody else or something else bears its number. */
export function outcomeAgain({ acting, envelope, hash }: Task, answered: Answered): Outcome {
	const same = answered.accountId === acting.personId && answered.hash.equals(hash);
	return outcomeOf(envelope.id, same ? (answered.refusal ?? undefined) : refuse('platform.number-taken'));
}

/** The outcome of a command: refused for a reason, or applied. */
export function outcomeOf(id: Id, refusal: Refusal | undefined): Outcome {
	return refusal ? { id, outcome: 'refused', refusal } : { id, outcome: 'applied' };
}

/** Makes the line that records an outcome and its audit: a salted digest, and the content apart. */
export function outcomeLine({ acting, envelope, input, hash }: Task, refusal: Refusal | undefined, scopeId: Id | undefined): OutcomeLine {
	const salt = randomBytes(16);
	const content = `{"input":${input},"refusal":${canonical(refusal ?? null)},"version":${envelope.version}}`;
	return {
		command_id: envelope.id,
		account_id: acting.personId,
		name: envelope.name.slice(0, 120),
		version: envelope.version,
		input_hash: hash.toString('hex'),
		outcome: refusal ? 'refused' : 'applied',
		refusal: refusal ?? null,
		scope_id: scopeId ?? null,
		salt: salt.toString('hex'),
		digest: createHash('sha256').update(salt).update(content).digest('hex'),
		content,
	};
}

/** Ends the transaction's work: who sees what, the feed, the facts and what counts as one, the outcomes and the audit lines, in one call. */
export async function publish(client: PoolClient, written: Written, outcomes: readonly OutcomeLine[]): Promise<void> {
	const rows = [...written.rows.values()];
	const pairs = rows.flatMap(({ id, collection, scopes }) => [...new Set(scopes)].map((scope) => ({ id, collection, scope })));
	const facts = [...written.facts.values()].map((fact) => inColumns(fact, factColumns));
	const published = [
		pairs.map(({ id }) => id),
		pairs.map(({ scope }) => scope),
		pairs.map(({ collection }) => collection),
		given([...written.shown.values()]),
		given([...written.hidden.values()]),
		given(facts),
		JSON.stringify(outcomes),
	];
	const same = given([...written.same.values()].map(({ id, countedAs }) => ({ record_id: id, counted_as: countedAs })));
	const publishing = 'commands.publish($1, $2, $3, $4, $5, $6, $7)';
	// Most transactions tell nothing of the kind, and pay nothing for it.
	await client.query(
		same === null
			? { name: 'publish', text: `select ${publishing}`, values: published }
			: { name: 'publish same', text: `select commands.publish_same($8, ${publishing})`, values: [...published, same] },
	);
}

// What there is none of is not spelled out, and costs nothing to read.
function given(some: readonly object[]): string | null {
	return some.length > 0 ? JSON.stringify(some) : null;
}

/** Writes a value as JSON with its fields in one order, so that equal values have equal text. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
