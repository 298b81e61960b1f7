import { newId, type Id } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { hashOfCode } from './codes.ts';
import { SHORTEST_PASSWORD, type Door } from './door.ts';
import { giveTriesBack, takeTry } from './throttle.ts';

const LONGEST_PASSWORD = 200;

/** Where a person comes from: the address, and what her device says of itself, by which she knows it in her list. */
export type From = Readonly<{ address: string; device: string }>;

/** The cookies to set on the answer of a person who came in. */
export type Entered = Readonly<{ cookies: readonly string[] }>;

/**
 * Lets a person in by user name and password, from an address.
 * Refuses a wrong pair without telling which of the two is wrong, makes a name that failed often wait, and lets the people of
 * a demonstration in from this machine only.
 */
export async function enter(
	door: Door,
	{ userName, password }: Readonly<{ userName: string; password: string }>,
	{ address, device }: From,
): Promise<Entered | Refusal> {
	const name = nameTyped(userName);
	const wait = await takeTry(door.pool, keyOfName(name));
	if (wait > 0) return refuse('platform.wait', { minutes: Math.ceil(wait / 60) });
	const typed = password.slice(0, LONGEST_PASSWORD);
	// What is nobody's password is not even compared with hers, which would be told by the time of the answer.
	const may = typed !== '' && (await isOpen(door, name, isThisMachine(address)));
	const entered = may ? await signIn(door, { name, password: typed, device }) : await inVain(door, typed);
	if (!entered) return refuse('platform.wrong-password');
	await giveTriesBack(door.pool, [keyOfName(name)]);
	return entered;
}

/**
 * Lets a person in by the one-time code on paper, who chooses a password, from an address.
 * Refuses a code that is wrong, used or older than two weeks, a password that is too short, and too many tries; lets the
 * people of a demonstration in from this machine only. A good code ends the waiting that others brought on her name.
 */
export async function enterWithCode(
	door: Door,
	{ userName, code, password }: Readonly<{ userName: string; code: string; password: string }>,
	{ address, device }: From,
): Promise<Entered | Refusal> {
	if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
		return refuse('platform.password-short', { least: SHORTEST_PASSWORD });
	const name = nameTyped(userName);
	const key = `code ${name}`;
	const wait = await takeTry(door.pool, key);
	if (wait > 0) return refuse('platform.wait', { minutes: Math.ceil(wait / 60) });
	// Asked before the code is used up: from elsewhere it stays good for whoever is here.
	const found = (await isOpen(door, name, isThisMachine(address))) ? await personWithCode(door, name, code) : undefined;
	if (!found) return refuse('platform.wrong-code');
	await giveTriesBack(door.pool, [key, keyOfName(name)]);
	await setPassword(door, { ...found, userName: name, password });
	return (await signIn(door, { name, password, device })) ?? refuse('platform.wrong-code');
}

/** Gives a person a password, and ends every session opened with another. The e-mail is internal and never shown. */
export async function setPassword(
	door: Door,
	{ id, userName, fullName, password }: { id: Id; userName: string; fullName: string; password: string },
): Promise<void> {
	const { password: hasher } = await door.auth.$context;
	const hash = await hasher.hash(password);
	await door.pool.query(
		`insert into auth."user" (id, name, email, username, "displayUsername") values ($1, $2, $1 || '@shigikira.invalid', $3, $3)
		on conflict (id) do update set name = excluded.name, username = excluded.username, "displayUsername" = excluded.username, "updatedAt" = now()`,
		[id, fullName, userName],
	);
	await door.pool.query(`delete from auth.account where "userId" = $1 and "providerId" = 'credential'`, [id]);
	await door.pool.query(`insert into auth.account (id, "accountId", "providerId", "userId", password) values ($1, $2, 'credential', $2, $3)`, [
		newId(),
		id,
		hash,
	]);
	await door.pool.query('delete from auth.session where "userId" = $1', [id]);
}

// No account bears a name with other signs, and PostgreSQL takes not every sign there is.
function nameTyped(userName: string): string {
	return userName
		.trim()
		.toLowerCase()
		.replace(/[^a-z0-9.+-]/g, '')
		.slice(0, 60);
}

function keyOfName(name: string): string {
	return `name ${name}`;
}

async function personWithCode(door: Door, name: string, code: string): Promise<Readonly<{ id: Id; fullName: string }> | undefined> {
	const { rows } = await door.pool.query<{ id: Id; fullName: string }>(
		`update access.codes c set used_at = now() from access.accounts a
		where c.hash = $1 and a.user_name = $2 and a.id = c.account_id and c.used_at is null and c.expires_at > now() and a.closed_on is null
		returning a.id, a.full_name as "fullName"`,
		[hashOfCode(code), name],
	);
	return rows[0];
}

// Nobody bears this name, or not here. The same work as for a name that is known: the time of the answer tells nothing.
async function inVain(door: Door, password: string): Promise<undefined> {
	const { password: hasher } = await door.auth.$context;
	await hasher.hash(password);
}

async function signIn(
	door: Door,
	{ name, password, device }: Readonly<{ name: string; password: string; device: string }>,
): Promise<Entered | undefined> {
	try {
		const { headers } = await door.auth.api.signInUsername({
			body: { username: name, password },
			headers: new Headers({ 'user-agent': device.slice(0, 300) }),
			returnHeaders: true,
		});
		return { cookies: headers.getSetCookie() };
	} catch (failure) {
		if ((failure as { status?: unknown }).status === 'INTERNAL_SERVER_ERROR' || !(failure as { status?: unknown }).status) throw failure;
		return undefined;
	}
}

async function isOpen(door: Door, name: string, here: boolean): Promise<boolean> {
	const { rowCount } = await door.pool.query(
		`with recursive above as (
			select s.id, s.parent_id from access.accounts a join access.scopes s on s.id = a.scope_id where a.user_name = $1 and a.closed_on is null
			union all
			select s.id, s.parent_id from above b join access.scopes s on s.id = b.parent_id
		)
		select 1 from above having count(*) > 0 and ($2 or not coalesce(bool_or(exists (select 1 from programme.programmes p where p.id = above.id and p.demonstration)), false))`,
		[name, here],
	);
	return rowCount === 1;
}

function isThisMachine(address: string): boolean {
	return address === '::1' || /^(::ffff:)?127\./.test(address);
}
