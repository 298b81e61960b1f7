import { createHash } from 'node:crypto';

/** What a link of the chain covers of an audit line. */
export type Line = Readonly<{
	seq: number;
	at: string;
	accountId: string;
	commandId: string;
	name: string;
	scopeId: string | null;
	outcome: string;
	digest: Buffer;
}>;

/** The first link hangs on nothing. */
export const FIRST_LINK = Buffer.alloc(32);

/** The link of a line: SHA-256 over the link before it, its number in the chain, and all the line says. */
export function linkOf(before: Buffer, number: number, line: Line): Buffer {
	const said = JSON.stringify([
		number,
		line.seq,
		line.at,
		line.accountId,
		line.commandId,
		line.name,
		line.scopeId,
		line.outcome,
		line.digest.toString('hex'),
	]);
	return createHash('sha256').update(before).update(said).digest();
}

/** The head of the chain as it is printed: its last link. It does not tell how much was done in the house. */
export function headInWords(chain: Buffer): string {
	return chain.toString('hex');
}

/** Reads a printed head back. Returns `undefined` when it does not have its form. */
export function headFrom(text: string): Buffer | undefined {
	return /^[0-9a-f]{64}$/.test(text.trim()) ? Buffer.from(text.trim(), 'hex') : undefined;
}
