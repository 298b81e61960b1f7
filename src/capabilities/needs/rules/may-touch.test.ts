import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { aNeed } from '../builders.ts';
import { mayTouch } from './may-touch.ts';

const leader = { speaks: true, relays: false };
const animator = { speaks: false, relays: true };

describe('who may touch a need', () => {
	it('is its organisation, and a team for what it relayed', () => {
		expect(mayTouch(aNeed(), leader)).toBe('author');
		expect(mayTouch(aNeed(), animator)).toBeUndefined();
		expect(mayTouch(aNeed({ relayedBy: newId() }), animator)).toBe('team');
	});

	it('is nobody once it was answered or taken back', () => {
		expect(mayTouch(aNeed({ answeredOn: '2026-03-05' as never }), leader)).toBeUndefined();
		expect(mayTouch(aNeed({ takenBackOn: '2026-03-05' as never }), leader)).toBeUndefined();
	});
});
