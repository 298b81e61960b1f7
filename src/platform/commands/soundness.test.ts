import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isSound } from './soundness.ts';

const envelope = { id: newId(), name: 'needs.express-need', version: 1, input: { words: 'Nos mots' } };
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('an envelope', () => {
	it('is taken with any input that a form of ours may make', () => {
		for (const input of [undefined, null, 'x', 5, {}, nested(32), { person: { names: ['a', 'b'] } }])
			expect(isSound({ ...envelope, input })).toBe(true);
	});

	it('is refused with a name that cannot be written down', () => {
		for (const name of ['', 'needs', 'x\u0000.y', 'needs.\uD83D', '__proto__', 'a.b c', `a.${'b'.repeat(120)}`])
			expect(isSound({ ...envelope, name }), name).toBe(false);
	});

	it('is refused with a version that nobody counts', () => {
		for (const version of [0, -1, 1.5, 1e12, Number.NaN, Number.POSITIVE_INFINITY]) expect(isSound({ ...envelope, version })).toBe(false);
	});

	it('is refused when its input nests without end', () => {
		expect(isSound({ ...envelope, input: nested(33) })).toBe(false);
		expect(isSound({ ...envelope, input: nested(30_000) })).toBe(false);
	});
});
