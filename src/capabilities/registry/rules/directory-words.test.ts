import { describe, expect, it } from 'vitest';
import { readWords, type AskedWord } from './directory-words.ts';

const known = (typed: string): AskedWord => ({ typed, isKnown: true, near: [] });
const near = (typed: string, likeness: Readonly<Record<string, number>>): AskedWord => ({
	typed,
	isKnown: false,
	near: Object.entries(likeness).map(([word, how]) => ({ word, likeness: how })),
});

describe('words asked of the directory', () => {
	it('are taken as typed when it knows them, and may be unfinished', () => {
		expect(readWords([known('abarim'), known('gasorwe')])).toEqual({ question: 'abarim:* & gasorwe:*', readAs: [], unread: [] });
	});

	it('stand for the nearest ones when it does not, and for all that are about as near', () => {
		expect(readWords([near('gasorve', { gasorwe: 0.45, gasorwa: 0.4, gashoho: 0.31 })])).toEqual({
			question: '(gasorwe | gasorwa)',
			readAs: ['gasorwe', 'gasorwa'],
			unread: [],
		});
	});

	it('find nothing when they are like none', () => {
		expect(readWords([known('gasorwe'), near('xyzzy', {})])).toEqual({ question: 'gasorwe:* & xyzzy:*', readAs: [], unread: ['xyzzy'] });
	});

	it('are left aside when they are short, unless there are no others', () => {
		expect(readWords([near('b', {}), near('i', {}), known('gasorwe')]).question).toBe('gasorwe:*');
		expect(readWords([near('ag', {})]).question).toBe('ag');
	});

	it('ask nothing when there are none', () => {
		expect(readWords([]).question).toBe('');
	});
});
