import type { SealedCommand } from '#platform/sync/wire.ts';
import { bytesOf, inLetters, randomBytes } from './vault.ts';

/** What a person was given when she was enrolled on this phone. */
export type Lane = Readonly<{ account: string; device: string; secret: string; publicKey: JsonWebKey; name: string; demonstration: boolean }>;

/** Seals the commands of one lane to the server. Takes the command as it is sent; whoever carries it can neither read it nor make another. */
export type Sealer = (command: unknown) => Promise<SealedCommand>;

/** Makes the sealer of a lane: a new AES key for each command, wrapped by RSA-OAEP for the server. */
export async function sealerOf({ account, device, secret, publicKey }: Lane): Promise<Sealer> {
	const server = await crypto.subtle.importKey('jwk', publicKey, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']);
	return async (command) => {
		const raw = randomBytes(32);
		const nonce = randomBytes(12);
		const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
		const inside = bytesOf(JSON.stringify({ account, device, secret, command }));
		const text = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, inside));
		const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, server, raw));
		return { k: inLetters(wrapped), n: inLetters(nonce), c: inPieces(text) };
	};
}

// A long text must not become that many arguments of one call.
function inPieces(bytes: Uint8Array): string {
	const pieces = Array.from({ length: Math.ceil(bytes.length / 3000) }, (_, index) => inLetters(bytes.slice(index * 3000, (index + 1) * 3000)));
	return pieces.join('');
}
