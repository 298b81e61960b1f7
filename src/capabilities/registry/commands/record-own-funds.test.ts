import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { organisations, ownFunds } from '../schema.ts';
import { recordOwnFunds } from './record-own-funds.ts';

const standing = anOrganisation();
const asked = { id: newId(), organisationId: standing.id, year: 2025, francs: 840_000, source: 'Cotisations' };

describe('record own funds', () => {
	it('keeps whole francs of a year', async () => {
		expect(rowsInto(ownFunds, await judged(recordOwnFunds, asked, [[organisations, standing]]))).toMatchObject([{ year: 2025, francs: 840_000 }]);
		await expect(judged(recordOwnFunds, { ...asked, francs: 10.5 })).rejects.toThrow();
	});

	it('refuses a year that was told', async () => {
		const rows = [
			[organisations, standing],
			[ownFunds, { ...asked, id: newId(), scopeId: standing.id, struck: false }],
		] as const;
		expect(verdictOf(await judged(recordOwnFunds, asked, rows))).toBe('registry.year-twice');
	});
});
