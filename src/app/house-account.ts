import type { Pool } from 'pg';
import { newId } from '#kernel/ids.ts';
import { dayInBurundi } from '#kernel/calendar-date.ts';
import { hashOfCode, newCode } from '#platform/access/door/codes.ts';
import { PLATFORM_SCOPE } from '#platform/access/roles.ts';
import { derivedId } from './derived-id.ts';

/** The account under which the program itself loads what comes with it. It has no password and cannot sign in. */
export const HOUSE_ACCOUNT = derivedId('account of the house');

const FIRST_ACCOUNT = derivedId('first account');
export const FIRST_USER_NAME = 'administration';

/** Makes the house's own account, once. Takes the owner's connections. */
export async function ensureHouseAccount(owner: Pool): Promise<void> {
	await administrator(owner, { id: HOUSE_ACCOUNT, fullName: 'Shigikira', userName: 'shigikira' });
}

/**
 * Makes the first account of a new house, and a new code for it as long as nobody has used one.
 * Returns the code to print, or `undefined` once the first person has come in.
 */
export async function firstCode(owner: Pool): Promise<string | undefined> {
	await administrator(owner, { id: FIRST_ACCOUNT, fullName: 'Administration', userName: FIRST_USER_NAME });
	const { rowCount } = await owner.query('select 1 from access.codes where account_id = $1 and used_at is not null', [FIRST_ACCOUNT]);
	if (rowCount) return undefined;
	const code = newCode();
	// Only the newest printed code opens: the others are forgotten.
	await owner.query(`update access.codes set expires_at = now() where account_id = $1`, [FIRST_ACCOUNT]);
	await owner.query('insert into access.codes (id, scope_id, account_id, hash, handed_on) values ($1, $2, $3, $4, $5)', [
		newId(),
		PLATFORM_SCOPE,
		FIRST_ACCOUNT,
		hashOfCode(code),
		dayInBurundi(Date.now()),
	]);
	return code;
}

async function administrator(owner: Pool, { id, fullName, userName }: Readonly<{ id: string; fullName: string; userName: string }>): Promise<void> {
	await owner.query(
		`insert into access.accounts (id, scope_id, full_name, user_name, opened_on) values ($1, $2, $3, $4, current_date) on conflict (id) do nothing`,
		[id, PLATFORM_SCOPE, fullName, userName],
	);
	await owner.query(
		`insert into access.roles (id, scope_id, account_id, role, given_on) values ($1, $2, $3, 'administrator', current_date) on conflict do nothing`,
		[derivedId(`administrator ${id}`), PLATFORM_SCOPE, id],
	);
}
