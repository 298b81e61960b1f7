import type { Pool } from 'pg';

const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 900;

/**
 * How many seconds a key (a user name, a code) must wait before it is tried again; 0 when it may be tried now.
 * After five failures each one doubles the wait, up to a quarter of an hour; a quiet hour forgets them. Kept in the
 * database, so that two copies of the program, or a restart, give no more tries.
 */
export async function secondsToWait(pool: Pool, key: string): Promise<number> {
	const { rows } = await pool.query<{ failures: number; since: number }>(
		`select failures, extract(epoch from now() - last_at)::integer as since from access.attempts where key = $1 and last_at > now() - interval '1 hour'`,
		[key],
	);
	const [found] = rows;
	if (!found || found.failures < FREE_TRIES) return 0;
	return Math.max(0, Math.min(LONGEST_WAIT_SECONDS, 2 ** (found.failures - FREE_TRIES) * 15) - found.since);
}

/** Notes a failed try of a key. */
export async function noteFailure(pool: Pool, key: string): Promise<void> {
	await pool.query(
		`insert into access.attempts as a (key, failures) values ($1, 1)
		on conflict (key) do update set last_at = now(),
			failures = case when a.last_at > now() - interval '1 hour' then a.failures + 1 else 1 end`,
		[key],
	);
}

/** Forgets the failures of a key that succeeded. */
export async function forgetFailures(pool: Pool, key: string): Promise<void> {
	await pool.query('delete from access.attempts where key = $1', [key]);
}
