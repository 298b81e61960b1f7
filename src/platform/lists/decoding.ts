import type { Encoding } from './list.ts';
import { byteOf, letterOf } from './windows-1252.ts';

/** The text of a file, with what it was written in and whether something had to be put right. */
export type Decoded = Readonly<{ text: string; encoding: Encoding; mended: boolean }>;

// What lists here are written with beside ASCII: Latin letters, accents, marks of print, signs of money, pictures. Bytes that would
// give another sign are letters of Windows-1252 that stand together by chance: "É»" is C9 BB.
const NEAR_SIGN = /[\u00A0-\u017F\u0300-\u036F\u2000-\u20BF\u2122\uFEFF\u{1F000}-\u{1FAFF}]/u;
// Letters of IPA: what capitals before a closing mark look like.
const CHANCE = /[\u0180-\u02FF]/;
const BROKEN = /[\u00C2-\u00F4][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/g;
const TIMES_BROKEN = 3;

/**
 * Decodes a file that may be UTF-8, UTF-16, Windows-1252 (and so Latin-1), or UTF-8 in some lines and Windows-1252 in others.
 * Letters coded twice ("Ã©") come back as they were. Line ends become one sign, whatever they were.
 */
export function decode(bytes: Uint8Array): Decoded {
	const wide = wideEncoding(bytes);
	if (wide) return { text: oneLineEnd(new TextDecoder(wide).decode(bytes)), encoding: 'utf-16', mended: false };

	const { text, encoding } = narrow(bytes);
	const whole = mendedLetters(text);
	return { text: oneLineEnd(whole.replace(/^\uFEFF/, '')), encoding, mended: encoding === 'mixed' || whole !== text };
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const first = bytes.subarray(0, 200);
	const zeros = (odd: number) => first.filter((byte, index) => byte === 0 && index % 2 === odd).length;
	if (zeros(1) > first.length / 4 && zeros(0) === 0) return 'utf-16le';
	return zeros(0) > first.length / 4 && zeros(1) === 0 ? 'utf-16be' : undefined;
}

function narrow(bytes: Uint8Array): Readonly<{ text: string; encoding: Encoding }> {
	const strict = strictText(bytes);
	if (strict !== undefined && !isByChance(strict)) return { text: strict, encoding: 'utf-8' };
	const lines = linesOf(bytes).map(decodedLine);
	const coded = lines.some(({ sequences }) => sequences > 0);
	const single = lines.some(({ singles }) => singles > 0);
	return { text: lines.map(({ text }) => text).join('\n'), encoding: coded && single ? 'mixed' : coded ? 'utf-8' : 'windows-1252' };
}

function strictText(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function isByChance(text: string): boolean {
	const signs = [...text.matchAll(/[^\u0000-\u007F]/gu)].map(([sign]) => sign);
	return signs.length > 0 && signs.every((sign) => CHANCE.test(sign));
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
	const lines: Uint8Array[] = [];
	let start = 0;
	for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
		lines.push(bytes.subarray(start, end));
		start = end + 1;
	}
	return [...lines, bytes.subarray(start)];
}

// Within a line too both may stand: cells pasted from two files.
function decodedLine(line: Uint8Array): Readonly<{ text: string; sequences: number; singles: number }> {
	const letters: string[] = [];
	let [sequences, singles] = [0, 0];
	for (let at = 0; at < line.length;) {
		const byte = line[at] ?? 0;
		const sequence = byte >= 0xc2 ? sequenceAt(line, at) : undefined;
		letters.push(sequence?.text ?? letterOf(byte));
		if (sequence) sequences += 1;
		else if (byte >= 0x80) singles += 1;
		at += sequence?.length ?? 1;
	}
	return { text: letters.join(''), sequences, singles };
}

function sequenceAt(line: Uint8Array, at: number): Readonly<{ text: string; length: number }> | undefined {
	const lead = line[at] ?? 0;
	const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	const text = at + length <= line.length ? strictText(line.subarray(at, at + length)) : undefined;
	return text !== undefined && NEAR_SIGN.test(text) ? { text, length } : undefined;
}

function mendedLetters(text: string): string {
	const once = text.replace(BROKEN, mendedRun);
	if (once === text) return text;
	return Array.from({ length: TIMES_BROKEN - 1 }).reduce<string>((mended) => mended.replace(BROKEN, mendedRun), once);
}

function mendedRun(run: string): string {
	const bytes = [...run].map(byteOf);
	if (bytes.includes(undefined)) return run;
	const { text, sequences } = decodedLine(Uint8Array.from(bytes as number[]));
	return sequences > 0 ? text : run;
}

function oneLineEnd(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}
