import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aTwin } from '../../people/builders.ts';
import { anOrganisation } from '../builders.ts';
import { organisations, standIns, twins } from '../schema.ts';
import { mergeOrganisations, partOrganisations, tellOrganisationsApart } from './merge-organisations.ts';

const programmeId = newId();
const care = newId();
const one = anOrganisation({ id: newId(1), programmeId, partnerId: care });
const other = anOrganisation({ id: newId(2), programmeId, partnerId: care });
const beyond = anOrganisation({ id: newId(3), programmeId });
const rows = [one, other, beyond].map((row) => [organisations, row] as const);
const asked = { id: newId(), programmeId, on: '2026-05-01' };

describe('merge organisations', () => {
	it('leaves each its rows and its scope; its partner sees which stands', async () => {
		const twin = aTwin(one.id, other.id, { programmeId });
		const decision = await judged(mergeOrganisations, { ...asked, twinId: twin.id, stands: 'one' }, [...rows, [twins, twin]]);
		expect(rowsInto(organisations, decision)).toEqual([]);
		expect(rowsInto(standIns, decision)).toEqual([{ id: asked.id, scopeId: care, recordId: other.id, standsId: one.id }]);
	});

	it('of two partners is seen by the programme alone', async () => {
		const twin = aTwin(one.id, beyond.id, { programmeId });
		const decision = await judged(mergeOrganisations, { ...asked, twinId: twin.id, stands: 'one' }, [...rows, [twins, twin]]);
		expect(rowsInto(standIns, decision)).toMatchObject([{ scopeId: programmeId, recordId: beyond.id }]);
	});
});

describe('part organisations, and tell them apart', () => {
	it('each refuses what the other is for', async () => {
		const twin = aTwin(one.id, other.id, { programmeId });
		const merged = { ...twin, state: 'merged' as const, standsId: one.id, rank: 1, decidedOn: '2026-05-01' as never };
		expect(verdictOf(await judged(partOrganisations, { ...asked, twinId: twin.id }, [...rows, [twins, twin]]))).toBe('people.not-one');
		expect(verdictOf(await judged(partOrganisations, { ...asked, twinId: twin.id }, [...rows, [twins, merged]]))).toBe('applied');
		expect(verdictOf(await judged(tellOrganisationsApart, { programmeId, twinId: twin.id, on: asked.on }, [[twins, merged]]))).toBe('people.one-now');
		expect(verdictOf(await judged(tellOrganisationsApart, { programmeId, twinId: twin.id, on: asked.on }, [[twins, twin]]))).toBe('applied');
	});
});
