import { expect, it } from 'vitest';
import { opinionBar } from './opinion-bar.ts';

it('leaves out the answers nobody gave, and says which part has room for its word', () => {
	expect(opinionBar({ key: 'clear', counts: [0, 1, 3, 6] })).toEqual({
		key: 'clear',
		answers: 10,
		parts: [
			{ opinion: 'little', count: 1, percent: 10, isWide: false },
			{ opinion: 'fairly', count: 3, percent: 30, isWide: false },
			{ opinion: 'fully', count: 6, percent: 60, isWide: true },
		],
	});
	expect(opinionBar({ key: 'place', counts: [0, 0, 0, 0] })).toEqual({ key: 'place', answers: 0, parts: [] });
});
