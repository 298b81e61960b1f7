import { refuse, type Refusal } from '#kernel/refusal.ts';
import { plainCode, readSheetCode } from '#capabilities/training/index.ts';
import { certificateStands } from '#capabilities/training/server/certificates.ts';
import { giveTriesBack, takeTry } from '#platform/access/door/throttle.ts';
import type { App } from './server.ts';

type Typed = Readonly<{ number: string; name: string }>;

/**
 * Tells a stranger whether a certificate stands under a number and a name: yes or no, nothing else of it. Refuses after five wrong
 * tries of one number, or of one name, until she has waited; and says of a misread number which letter to look at again, which tells
 * nothing of what exists.
 */
export async function checkCertificate(
	{ door, readers }: Pick<App, 'door' | 'readers'>,
	{ number, name }: Typed,
): Promise<Readonly<{ stands: boolean }> | Refusal> {
	const read = readSheetCode(number);
	if (read.kind === 'misread') return refuse('training.sheet-code-misread', { at: read.at, typed: read.typed, likely: read.likely });
	if (read.kind === 'unread') return { stands: false };
	// By the number, and by the name: neither is found by trying the other.
	const keys = [`certificate ${plainCode(number)}`, `certificate of ${nameKey(name)}`];
	for (const key of keys) {
		const seconds = await takeTry(door.pool, key);
		if (seconds > 0) return refuse('platform.wait', { minutes: Math.ceil(seconds / 60) });
	}
	const stands = await readers.asPublic((reading) => certificateStands(reading, { number, name }));
	if (stands) await giveTriesBack(door.pool, keys);
	return { stands };
}

function nameKey(name: string): string {
	const words = name
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.split(/[^\p{L}\p{N}]+/u);
	return words.filter(Boolean).sort().join(' ');
}
