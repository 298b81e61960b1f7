import type { Pool } from 'pg';

const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 900;

// What a key that failed so often must wait, in seconds. The exponent is bound: what is beyond a quarter of an hour is cut anyway.
const WAIT = `least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ least(a.failures - ${FREE_TRIES}, 10))`;
const IS_FRESH = `a.last_at > now() - interval '1 hour'`;

/**
 * Takes one try of a key (a user name, a code): it counts as failed until it is given back.
 * Returns 0 when it may be tried, else how many seconds must be waited, and then nothing was taken. After five tries each
 * one doubles the wait, up to a quarter of an hour; a quiet hour forgets them. Kept in the database, so that two copies of
 * the program, or a restart, give no more tries; taken in one statement, so that many at once are no more than one by one.
 */
export async function takeTry(pool: Pool, key: string): Promise<number> {
	const { rowCount } = await pool.query(
		`insert into access.attempts as a (key, failures) values ($1, 1)
		on conflict (key) do update set last_at = now(), failures = case when ${IS_FRESH} then a.failures + 1 else 1 end
			where not (${IS_FRESH}) or a.failures < ${FREE_TRIES} or a.last_at + ${WAIT} * interval '1 second' <= now()`,
		[key],
	);
	if (rowCount === 1) return 0;
	const { rows } = await pool.query<{ seconds: number }>(
		`select ceil(${WAIT} - extract(epoch from now() - a.last_at))::integer as seconds from access.attempts a where key = $1`,
		[key],
	);
	// The wait may have ended, or the key been forgotten, since the try was refused: it is asked again in a moment.
	return Math.max(1, rows[0]?.seconds ?? 1);
}

/** Gives back all tries of some keys: one of them succeeded. */
export async function giveTriesBack(pool: Pool, keys: readonly string[]): Promise<void> {
	await pool.query('delete from access.attempts where key = any ($1::text[])', [keys]);
}
