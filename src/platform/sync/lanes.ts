import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, timingSafeEqual, webcrypto } from 'node:crypto';
import type { Pool } from 'pg';
import * as v from 'valibot';
import { newId, type Id } from '#kernel/ids.ts';
import { secretNamed } from '#platform/access/door/door.ts';
import { id } from '#platform/commands/table.ts';
import type { Envelope } from '#platform/commands/outcome.ts';
import { sentCommand, type SealedCommand } from './wire.ts';

/** A lane that was opened: one person on one device, with the secret that her sealed commands must hold. */
export type OpenedLane = Readonly<{ d: Id; a: Id; secret: string; publicKey: Record<string, unknown> }>;

const inside = v.object({ account: id, device: id, secret: v.string(), command: sentCommand });

/** Opens a lane for a person on a device (a new one when none is named), replacing the secret of an earlier enrolment there. */
export async function openLane(pool: Pool, personId: Id, deviceId: Id = newId()): Promise<OpenedLane> {
	const secret = randomBytes(24).toString('base64url');
	await pool.query(
		`insert into sync.lanes (device_id, account_id, secret_hash) values ($1, $2, $3)
		on conflict (device_id, account_id) do update set secret_hash = excluded.secret_hash, opened_at = now()`,
		[deviceId, personId, hashed(secret)],
	);
	const publicKey = createPublicKey(await privateKey(pool)).export({ format: 'jwk' });
	return { d: deviceId, a: personId, secret, publicKey: publicKey as Record<string, unknown> };
}

/**
 * Opens a command that a phone sealed to the server for a person who cannot unlock it now.
 * Returns who acts and what, or `undefined` when it was not sealed to us, is damaged, or its lane does not know the secret:
 * whoever carries it can neither read it nor make one.
 */
export async function openSealed(pool: Pool, sealed: SealedCommand): Promise<{ personId: Id; envelope: Envelope } | undefined> {
	const opened = await unsealed(await privateKey(pool), sealed);
	if (!opened) return undefined;
	const { rows } = await pool.query<{ secret_hash: Buffer }>(
		`select l.secret_hash from sync.lanes l join access.accounts a on a.id = l.account_id where l.device_id = $1 and l.account_id = $2 and a.closed_on is null`,
		[opened.device, opened.account],
	);
	const [lane] = rows;
	if (!lane || !timingSafeEqual(lane.secret_hash, hashed(opened.secret))) return undefined;
	const { i, n, v: version, d } = opened.command;
	return { personId: opened.account, envelope: { id: i, name: n, version, input: d } };
}

async function unsealed(pem: string, { k, n, c }: SealedCommand): Promise<v.InferOutput<typeof inside> | undefined> {
	try {
		const { subtle } = webcrypto;
		const pkcs8 = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
		const own = await subtle.importKey('pkcs8', pkcs8, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt']);
		const wrapped = await subtle.decrypt({ name: 'RSA-OAEP' }, own, Buffer.from(k, 'base64'));
		const key = await subtle.importKey('raw', wrapped, 'AES-GCM', false, ['decrypt']);
		const text = await subtle.decrypt({ name: 'AES-GCM', iv: Buffer.from(n, 'base64') }, key, Buffer.from(c, 'base64'));
		const parsed = v.safeParse(inside, JSON.parse(Buffer.from(text).toString('utf8')));
		return parsed.success ? parsed.output : undefined;
	} catch {
		return undefined;
	}
}

function privateKey(pool: Pool): Promise<string> {
	return secretNamed(pool, 'sealed-commands', () =>
		generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
	);
}

function hashed(secret: string): Buffer {
	return createHash('sha256').update(secret).digest();
}
