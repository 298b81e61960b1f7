import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';

/** An id that follows from a text (UUID version 8, RFC 9562): the same text gives the same id, so what is loaded twice happens once. */
export function derivedId(text: string): Id {
	const hex = createHash('sha256').update(`shigikira ${text}`).digest('hex');
	const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
