import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { edited, fieldsOf, type Change } from './edited.ts';

const FIELDS = ['name', 'acronym', 'colline'] as const;
type Face = Record<(typeof FIELDS)[number], string>;
const value = fc.constantFrom('a', 'b', 'c');
const start: Face = { name: 'a', acronym: 'a', colline: 'a' };
// Somebody opens the page after some of the edits, and sends what she changed later: `opened` says after how many.
const edits = fc.array(fc.record({ field: fc.constantFrom(...FIELDS), becomes: value, opened: fc.nat(6) }), { maxLength: 8 });

function carriedOut(all: readonly { field: keyof Face; becomes: string; opened: number }[]) {
	const states: Face[] = [start];
	const answers = all.map(({ field, becomes, opened }) => {
		const seen = states[Math.min(opened, states.length - 1)] as Face;
		const now = states.at(-1) as Face;
		const change: Change = { was: seen[field], becomes };
		const after = edited(now, fieldsOf({ [field]: change }));
		if (!isRefusal(after)) states.push(after);
		return { field, now, seen, becomes, after };
	});
	return { states, answers };
}

describe('edits by several persons', () => {
	it('never lose a value that nobody who changed it had seen', () => {
		fc.assert(
			fc.property(edits, (all) => {
				for (const { field, now, seen, becomes, after } of carriedOut(all).answers) {
					const unseen = now[field] !== seen[field];
					// Whoever writes over what she has not seen is refused, and both values are shown.
					if (unseen && now[field] !== becomes) expect(after).toMatchObject({ params: { theirs: now[field], yours: becomes } });
					else expect(after).toEqual({ ...now, [field]: becomes });
				}
			}),
		);
	});

	it('of different fields are all kept, whatever their order', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...FIELDS]), value, (fields, becomes) => {
				const after = fields.reduce<Face>((now, field) => {
					const one = edited(now, fieldsOf({ [field]: { was: start[field], becomes } }));
					if (isRefusal(one)) throw new Error('No two edits are of one field');
					return one;
				}, start);
				expect(after).toEqual({ ...start, ...Object.fromEntries(fields.map((field) => [field, becomes])) });
			}),
		);
	});
});
