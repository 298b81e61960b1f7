import type { Pool, PoolClient } from 'pg';
import { FIRST_LINK, headInWords, linkOf, type Line } from './chain.ts';

const SEALER_LOCK = 7302;
const AT_ONCE = 2_000;

const LINE = `l.seq, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, l.account_id as "accountId",
	l.command_id as "commandId", l.name, l.scope_id as "scopeId", l.outcome, l.digest`;

/** The columns of an audit line, as the chain reads them. */
export const lineColumns = LINE;

/**
 * Chains the committed lines that are not sealed yet, in their order. Numbers are given under the lock that commits hold, so
 * no line can later appear before a sealed one. Several copies may call it: one works at a time.
 * Returns how many it sealed.
 */
export async function sealLines(gate: Pool): Promise<number> {
	const client = await gate.connect();
	try {
		await client.query('begin; set local role shigikira_judge');
		await client.query('select pg_advisory_xact_lock($1)', [SEALER_LOCK]);
		const sealed = await sealNext(client);
		await client.query('commit');
		return sealed;
	} catch (failure) {
		await client.query('rollback').catch(() => undefined);
		throw failure;
	} finally {
		client.release();
	}
}

async function sealNext(client: PoolClient): Promise<number> {
	const last = await client.query<{ seq: number; number: number; chain: Buffer }>(
		'select seq, number, chain from audit.seals order by number desc limit 1',
	);
	let { number, chain, seq } = last.rows[0] ?? { number: 0, chain: FIRST_LINK, seq: 0 };
	const { rows } = await client.query<Line>(`select ${LINE} from audit.lines l where l.seq > $1 order by l.seq limit ${AT_ONCE}`, [seq]);
	const seals = rows.map((line) => {
		number += 1;
		chain = linkOf(chain, number, line);
		seq = line.seq;
		return { seq, number, chain: `\\x${chain.toString('hex')}` };
	});
	if (seals.length > 0) {
		await client.query(
			'insert into audit.seals (seq, number, chain) select seq, number, chain from jsonb_to_recordset($1::jsonb) as s (seq bigint, number bigint, chain bytea)',
			[JSON.stringify(seals)],
		);
	}
	return seals.length;
}

/** The head of the chain to print in reports: its last link, or zeros before the first line. */
export async function headOfChain(gate: Pool): Promise<string> {
	const client = await gate.connect();
	try {
		await client.query('begin read only; set local role shigikira_judge');
		const { rows } = await client.query<{ chain: Buffer }>('select chain from audit.seals order by number desc limit 1');
		await client.query('commit');
		return headInWords(rows[0]?.chain ?? FIRST_LINK);
	} finally {
		client.release();
	}
}

/** Seals each second until it is told to stop. Returns the way to stop, which seals what is left. */
export function keepSealing(gate: Pool, milliseconds = 1_000): () => Promise<void> {
	let under: Promise<unknown> = Promise.resolve();
	const clock = setInterval(() => {
		under = under.then(() => sealLines(gate)).catch((failure: Error) => console.error(`Audit lines were not sealed: ${failure.message}`));
	}, milliseconds);
	return async () => {
		clearInterval(clock);
		await under;
		await sealLines(gate).catch(() => 0);
	};
}
