import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { zones } from '../schema.ts';
import { addZone } from './add-zone.ts';

const zone = { id: newId(), programmeId: newId(), placeScheme: '2025', placeCode: 'BI101' } as const;

describe('add a zone', () => {
	it('adds a commune to where the programme works', async () => {
		expect(rowsInto(zones, await judged(addZone, zone))).toEqual([{ ...zone, scopeId: zone.programmeId }]);
	});

	it('refuses one that is there already, and takes the same code of the other division', async () => {
		const rows = [[zones, { ...zone, scopeId: zone.programmeId }]] as const;
		expect(verdictOf(await judged(addZone, { ...zone, id: newId() }, rows))).toBe('programme.zone-twice');
		expect(verdictOf(await judged(addZone, { ...zone, id: newId(), placeScheme: '2017' }, rows))).toBe('applied');
	});
});
