/** What a typed code of a sheet is found to be. */
export type ReadSheetCode =
	/** The code of a session, as letters and figures that are not mistaken for each other. */
	| Readonly<{ kind: 'sound'; code: string }>
	/** One character is misread: which one, counted from 1, what was typed there, and what it should be. */
	| Readonly<{ kind: 'misread'; at: number; typed: string; likely: string }>
	/** More than one character is misread, or it is no such code. */
	| Readonly<{ kind: 'unread' }>;

// Crockford's letters: I and L are read as 1, O as 0, U as V.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TWINS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };
const [ROOM, OVERFLOW] = [31, 0b100101];
const CHECKS = 2;
const LONGEST = 40;

// A Reed–Solomon code over the field of 32: two check characters say that one character is wrong, and which.
const POWERS = Array.from({ length: ROOM })
	.reduce<readonly number[]>((all) => [...all, doubled(all[all.length - 1] ?? 0)], [1])
	.slice(0, ROOM);
const LOGS = new Map(POWERS.map((power, at) => [power, at]));

/** The code printed on a sheet: the session's, then two characters that catch a misread one: "FM-0412" → "FM-0412-…". */
export function sheetCode(sessionCode: string): string {
	const [first, second] = checksOf(valuesOf(plainCode(sessionCode)));
	return `${sessionCode}-${LETTERS.charAt(first)}${LETTERS.charAt(second)}`;
}

/** A session's code as it is compared with a typed one: capitals and figures that look like nothing else, and nothing between them. */
export function plainCode(text: string): string {
	return text
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '')
		.replace(/[ILOU]/g, (letter) => TWINS[letter] ?? letter);
}

/**
 * Reads a code as somebody typed it from paper, with or without strokes. Returns the session's code as `plainCode` makes it, or which
 * character to look at again. Nothing is looked up: it says nothing of what exists.
 */
export function readSheetCode(typed: string): ReadSheetCode {
	const kept = [...typed.toUpperCase().replace(/[^A-Z0-9]/g, '')].slice(0, LONGEST);
	const values = valuesOf(plainCode(kept.join('')));
	if (values.length <= CHECKS) return { kind: 'unread' };
	const data = values.slice(0, -CHECKS);
	// Positions: the two check characters first, then the session's own.
	const word = [...values.slice(-CHECKS), ...data];
	const sum = word.reduce((all, value) => all ^ value, 0);
	const weighed = word.reduce((all, value, at) => all ^ times(value, power(at)), 0);
	if (sum === 0 && weighed === 0) return { kind: 'sound', code: data.map((value) => LETTERS.charAt(value)).join('') };
	if (sum === 0 || weighed === 0) return { kind: 'unread' };
	const wrong = ((LOGS.get(weighed) ?? 0) - (LOGS.get(sum) ?? 0) + ROOM) % ROOM;
	if (wrong >= word.length) return { kind: 'unread' };
	const at = wrong < CHECKS ? data.length + wrong : wrong - CHECKS;
	return { kind: 'misread', at: at + 1, typed: kept[at] ?? '', likely: LETTERS.charAt((values[at] ?? 0) ^ sum) };
}

function checksOf(data: readonly number[]): readonly [number, number] {
	const sum = data.reduce((all, value) => all ^ value, 0);
	const weighed = data.reduce((all, value, at) => all ^ times(value, power(at + CHECKS)), 0);
	const second = times(sum ^ weighed, inverse(power(0) ^ power(1)));
	return [sum ^ second, second];
}

function valuesOf(plain: string): readonly number[] {
	return [...plain].map((letter) => LETTERS.indexOf(letter));
}

function power(of: number): number {
	return POWERS[of % ROOM] ?? 0;
}

function times(one: number, other: number): number {
	const [a, b] = [LOGS.get(one), LOGS.get(other)];
	return a === undefined || b === undefined ? 0 : power(a + b);
}

function inverse(of: number): number {
	return power(ROOM - (LOGS.get(of) ?? 0));
}

function doubled(value: number): number {
	const twice = value << 1;
	return twice > ROOM ? twice ^ OVERFLOW : twice;
}
