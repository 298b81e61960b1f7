import { sql } from 'kysely';
import type { Pool } from 'pg';
import { newId, type Id } from '#kernel/ids.ts';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import type { Reading } from '#platform/reading/reading.ts';

/** Something that lasts, as whoever began it is told: how far it is, and how it ended. `lost` says that nobody works on it any more. */
export type Run = Readonly<{
	id: Id;
	done: number;
	total: number;
	state: 'running' | 'ended' | 'refused' | 'lost';
	result: string | null;
	refusal: Refusal | null;
}>;

/** Tells how far a run is, at most a few times a second. */
export type Tells = (done: number, total: number) => void;

const BEAT = 2_000;
const SILENCE = '20 seconds';
const KEPT = '2 days';

/**
 * Begins something that lasts, for a person, and returns its number at once. `work` is given what tells how far it is, and
 * answers with its result or a refusal; what it throws is written to the journal and told as `broken`.
 * `ended` resolves when it is over.
 */
export async function beginRun(
	writer: Pool,
	{ accountId, what, broken }: Readonly<{ accountId: Id; what: string; broken: Refusal }>,
	work: (tells: Tells) => Promise<string | Refusal>,
): Promise<Readonly<{ id: Id; ended: Promise<void> }>> {
	const id = newId();
	await writer.query('delete from jobs.runs where begun_at < now() - $1::interval', [KEPT]);
	await writer.query('insert into jobs.runs (id, account_id, what) values ($1, $2, $3)', [id, accountId, what]);
	return { id, ended: carryOn(writer, { id, broken }, work) };
}

async function carryOn(
	writer: Pool,
	{ id, broken }: Readonly<{ id: Id; broken: Refusal }>,
	work: (tells: Tells) => Promise<string | Refusal>,
): Promise<void> {
	const far = { done: 0, total: 0 };
	const tell = () =>
		writer.query('update jobs.runs set done = $2, total = $3, beat_at = now() where id = $1', [id, far.done, far.total]).catch(() => undefined);
	// A run that is silent is taken for lost: the beat goes on while the work thinks.
	const beating = setInterval(() => void tell(), BEAT / 4);
	try {
		const answer = await work((done, total) => Object.assign(far, { done, total })).catch((failure: unknown) => {
			console.error('A run broke:', failure);
			return broken;
		});
		const [result, refusal] = isRefusal(answer) ? [null, JSON.stringify(answer)] : [answer, null];
		await writer.query('update jobs.runs set state = $2, result = $3, refusal = $4, done = $5, total = $6, beat_at = now() where id = $1', [
			...[id, refusal ? 'refused' : 'ended', result, refusal, far.done, far.total],
		]);
	} catch (failure) {
		console.error('A run ended without telling:', failure);
	} finally {
		clearInterval(beating);
	}
}

/** Finds a run of the person who reads; `undefined` when there is none of hers under that number. */
export async function findRun(reading: Reading, id: Id): Promise<Run | undefined> {
	const { rows } = await sql<Run>`
		select id, done, total, result, refusal, case when state = 'running' and beat_at < now() - ${SILENCE}::interval then 'lost' else state end as state
		from jobs.runs where id = ${id}`.execute(reading);
	return rows[0];
}
