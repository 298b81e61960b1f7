import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { newId } from '#kernel/ids.ts';

const SESSION_DAYS = 30;
export const SHORTEST_PASSWORD = 8;
const COOKIE = 'shigikira.session_token';

/** The door of the house: who comes in, and by what cookie. Its connections have the doorkeeper's rights and no other. */
export type Door = Readonly<{ pool: Pool; auth: ReturnType<typeof authOver>; secret: string; secure: boolean }>;

/**
 * Opens the door over the doorkeeper's connections (search path `auth`).
 * The secret that signs cookies is made once and kept in the database, so that every copy of the program reads the same.
 */
export async function openDoor(pool: Pool, secure: boolean): Promise<Door> {
	const secret = await secretNamed(pool, 'cookies', () => randomBytes(32).toString('base64url'));
	return { pool, secret, secure, auth: authOver(pool, secret, secure) };
}

/** Reads a secret of the house, made by `make` the first time. Two copies that make it at once agree on one. */
export async function secretNamed(pool: Pool, name: string, make: () => string): Promise<string> {
	await pool.query('insert into auth.secrets (name, value) values ($1, $2) on conflict (name) do nothing', [name, make()]);
	const { rows } = await pool.query<{ value: string }>('select value from auth.secrets where name = $1', [name]);
	return rows[0]?.value ?? '';
}

function authOver(pool: Pool, secret: string, secure: boolean) {
	return betterAuth({
		database: pool,
		secret,
		baseURL: 'http://shigikira.invalid',
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD, maxPasswordLength: 200 },
		plugins: [username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: (name) => /^[a-z0-9][a-z0-9.+-]+$/.test(name) })],
		session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'shigikira',
			useSecureCookies: false,
			ipAddress: { disableIpTracking: true },
			database: { generateId: () => newId() },
			defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, secure, path: '/' },
		},
		telemetry: { enabled: false },
		logger: { level: 'error' },
	});
}

/** Reads the session's token from a request's cookies; `undefined` when there is none or its signature is not ours. */
export function tokenFrom(door: Door, cookie: string | undefined): string | undefined {
	const [, value] = /(?:^|;\s*)shigikira\.session_token=([^;]+)/.exec(cookie ?? '') ?? [];
	if (!value) return undefined;
	const decoded = decoded64(value);
	const cut = decoded.lastIndexOf('.');
	const token = decoded.slice(0, cut);
	const signature = Buffer.from(decoded.slice(cut + 1), 'base64');
	const expected = createHmac('sha256', door.secret).update(token).digest();
	return cut > 0 && signature.length === expected.length && timingSafeEqual(signature, expected) ? token : undefined;
}

/** The name of the session's cookie. */
export const sessionCookie = COOKIE;

function decoded64(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return '';
	}
}
