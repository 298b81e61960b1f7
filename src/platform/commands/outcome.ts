import { createHash, randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Id } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Acting } from './command.ts';
import { inColumns, type Written } from './writing.ts';

/** A command as it is sent: its id minted where the person acts, its name, its version, its input. */
export type Envelope = Readonly<{ id: Id; name: string; version: number; input: unknown }>;

/** What became of a command. `held` is not recorded: it may be sent again. */
export type Outcome = Readonly<{ id: Id; outcome: 'applied' | 'refused' | 'held'; refusal?: Refusal }>;

/** An outcome with its audit line, as the end of the transaction writes them. */
export type OutcomeLine = Readonly<Record<string, unknown>>;

type Prior = Readonly<{ command_id: Id; account_id: Id; input_hash: Buffer; outcome: 'applied' | 'refused'; refusal: Refusal | null }>;

/**
 * Looks up commands that were answered before, and keeps two copies of one command from running at once.
 * Returns the outcomes by id. Under another person or another input the id is refused, and nothing is told of the first.
 */
export async function priorOutcomes(client: PoolClient, acting: Acting, envelopes: readonly Envelope[]): Promise<Map<Id, Outcome>> {
	const ids = [...new Set(envelopes.map((envelope) => envelope.id))].sort();
	const { rows } = await client.query<Prior>({ name: 'prior', text: 'select * from commands.prior($1::uuid[])', values: [ids] });
	const known = new Map(rows.map((row) => [row.command_id, row]));
	return new Map(
		envelopes.flatMap((envelope) => {
			const row = known.get(envelope.id);
			return row ? [[envelope.id, answered(row, acting, envelope)] as const] : [];
		}),
	);
}

function answered(row: Prior, acting: Acting, envelope: Envelope): Outcome {
	const same = row.account_id === acting.personId && row.input_hash.equals(inputHash(envelope));
	if (!same) return { id: envelope.id, outcome: 'refused', refusal: refuse('platform.number-taken') };
	return row.refusal ? { id: envelope.id, outcome: 'refused', refusal: row.refusal } : { id: envelope.id, outcome: 'applied' };
}

/** Makes the line that records an outcome and its audit: a salted digest, and the content apart. */
export function outcomeLine(acting: Acting, envelope: Envelope, outcome: Outcome, scopeId: Id | undefined): OutcomeLine {
	const salt = randomBytes(16);
	const content = canonical({ input: envelope.input, version: envelope.version, refusal: outcome.refusal ?? null });
	return {
		command_id: envelope.id,
		account_id: acting.personId,
		name: envelope.name.slice(0, 120),
		version: envelope.version,
		input_hash: inputHash(envelope).toString('hex'),
		outcome: outcome.outcome,
		refusal: outcome.refusal ?? null,
		scope_id: scopeId ?? null,
		salt: salt.toString('hex'),
		digest: createHash('sha256').update(salt).update(content).digest('hex'),
		content,
	};
}

/** Ends the transaction's work: who sees what, the feed, the facts, the outcomes and the audit lines, in one call. */
export async function publish(client: PoolClient, written: Written, outcomes: readonly OutcomeLine[]): Promise<void> {
	const batch = {
		...(written.rows.size > 0 && { rows: [...written.rows.values()] }),
		...(written.shown.size > 0 && { shown: [...written.shown.values()] }),
		...(written.hidden.size > 0 && { hidden: [...written.hidden.values()] }),
		...(written.facts.size > 0 && { facts: [...written.facts.values()].map(inColumns) }),
		outcomes,
	};
	await client.query({ name: 'publish', text: 'select commands.publish($1::jsonb)', values: [JSON.stringify(batch)] });
}

function inputHash(envelope: Envelope): Buffer {
	return createHash('sha256')
		.update(canonical([envelope.name, envelope.version, envelope.input]))
		.digest();
}

/** Writes a value as JSON with its fields in one order, so that equal values have equal text. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
