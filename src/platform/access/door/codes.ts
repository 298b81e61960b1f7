import { createHash, randomInt } from 'node:crypto';

// Letters and digits that nobody confuses when copying them from paper.
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 10;

/** Makes a one-time code to write on paper: ten letters and digits in two groups, drawn by the system's source of chance. */
export function newCode(): string {
	const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
	return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** The hash of a code as it is kept. Takes the code however it was typed: spaces, hyphens and small letters do not count. */
export function hashOfCode(code: string): string {
	const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
	return createHash('sha256').update(`shigikira code ${plain}`).digest('hex');
}
