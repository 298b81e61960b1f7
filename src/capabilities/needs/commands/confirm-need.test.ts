import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aNeed } from '../builders.ts';
import { needs } from '../schema.ts';
import { confirmNeed } from './confirm-need.ts';

const relayed = aNeed({ relayedBy: newId(), confirmedOn: null });

describe('confirm a need', () => {
	it('confirms what was relayed, from that day', async () => {
		const decision = await judged(confirmNeed, { needId: relayed.id, confirmedOn: '2026-02-16' }, [[needs, relayed]]);
		expect(rowsInto(needs, decision)).toEqual([{ ...relayed, confirmedOn: '2026-02-16' }]);
	});

	it('refuses one that was confirmed', async () => {
		const confirmed = aNeed();
		expect(verdictOf(await judged(confirmNeed, { needId: confirmed.id, confirmedOn: '2026-02-16' }, [[needs, confirmed]]))).toBe(
			'needs.already-confirmed',
		);
	});

	it('refuses a day before it was said', async () => {
		expect(verdictOf(await judged(confirmNeed, { needId: relayed.id, confirmedOn: '2026-02-09' }, [[needs, relayed]]))).toBe(
			'needs.confirmed-before-said',
		);
	});
});
