import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { partners } from '../../programme/index.ts';
import { aList, someFields } from '../builders.ts';
import { importLines, imports } from '../import-schema.ts';
import { beginImport } from './begin-import.ts';

const partner = { id: newId(), scopeId: newId(), programmeId: newId(), name: 'Un partenaire', does: '' } as never;
const partnerId = (partner as { id: string }).id;
const read = (number: number) => ({
	...{ id: newId(), organisationId: newId(), number, cells: ['Abarimyi'], fields: someFields(), faults: [], notes: [], candidates: [] },
});
const asked = {
	...{ id: newId(), partnerId, fileName: 'liste.csv', digest: 'b'.repeat(64), readOn: '2026-03-01', head: ['Nom'], columns: ['name'] },
	...{ kindByDefault: null, placeScheme: '2025', notes: [], lines: [read(2), read(3)] },
};

describe('begin an import', () => {
	it('keeps the list and each of its lines, and registers nothing', async () => {
		const decision = await judged(beginImport, asked, [[partners, partner]]);
		expect(rowsInto(imports, decision)).toMatchObject([{ fileName: 'liste.csv', doneOn: null, setAside: false }]);
		expect(rowsInto(importLines, decision)).toMatchObject([
			{ number: 2, taken: false, leftBecause: '' },
			{ number: 3, corrected: 0 },
		]);
		expect(typeof decision === 'object' && 'writes' in decision && decision.writes).toHaveLength(3);
	});

	it('changes nothing when the same list is read again', async () => {
		const before = aList({ id: asked.id, partnerId });
		expect(
			await judged(beginImport, asked, [
				[partners, partner],
				[imports, before],
			]),
		).toEqual({ writes: [] });
	});

	it('tells nothing of a list another partner keeps under that number', async () => {
		const theirs = aList({ id: asked.id });
		expect(
			verdictOf(
				await judged(beginImport, asked, [
					[partners, partner],
					[imports, theirs],
				]),
			),
		).toBe('platform.not-permitted');
	});
});
