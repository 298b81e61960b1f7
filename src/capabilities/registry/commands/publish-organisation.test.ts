import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { directory, organisations, works } from '../schema.ts';
import { publishOrganisation, withdrawOrganisation } from './publish-organisation.ts';

const standing = anOrganisation({ membersWomen: 3 });
const asked = { organisationId: standing.id, listingId: newId(), agreedOn: '2026-03-01' };

describe('publish an organisation', () => {
	it('lists what it agreed to and nothing else, from the day it agreed', async () => {
		const decision = await judged(publishOrganisation, asked, [[organisations, standing]]);
		expect(rowsInto(organisations, decision)).toMatchObject([{ publishedOn: '2026-03-01' }]);
		const [row] = rowsInto(directory, decision);
		expect(row).toMatchObject({ listed: true, name: standing.name, publishedOn: '2026-03-01' });
		expect(row).toMatchObject({ membersWomen: null, membersMen: null, members: null, themes: [], services: [], zones: [] });
	});

	it('shows what it does and how many its members are when it agreed to that', async () => {
		const work = { scopeId: standing.id, organisationId: standing.id, struck: false, placeScheme: '2025', placeCode: 'BI102', untilOn: null };
		const decision = await judged(publishOrganisation, { ...asked, showsWork: true, showsMembers: true }, [
			[organisations, standing],
			[works, { ...work, id: newId(), theme: 'ethics', service: 'Écoute', sinceOn: '2024-01-01' } as never],
		]);
		expect(rowsInto(directory, decision)).toMatchObject([
			{ themes: ['ethics'], services: ['Écoute'], zones: ['2025:BI102'], members: 38, membersWomen: null },
		]);
	});

	it('refuses one that is listed already', async () => {
		expect(
			verdictOf(await judged(publishOrganisation, asked, [[organisations, anOrganisation({ ...standing, publishedOn: '2026-02-01' as never })]])),
		).toBe('registry.already-published');
	});
});

describe('withdraw an organisation', () => {
	it('empties its public row at once', async () => {
		const published = { ...standing, publishedOn: '2026-02-01' as never };
		const listing = rowsInto(directory, await judged(publishOrganisation, asked, [[organisations, standing]]))[0];
		const decision = await judged(withdrawOrganisation, { organisationId: standing.id }, [
			[organisations, published],
			[directory, listing as never],
		]);
		expect(rowsInto(directory, decision)).toMatchObject([{ listed: false, name: '', acronym: '', placeCode: '', publishedOn: null }]);
		expect(rowsInto(organisations, decision)).toMatchObject([{ publishedOn: null }]);
	});

	it('refuses one that is not listed', async () => {
		expect(verdictOf(await judged(withdrawOrganisation, { organisationId: standing.id }, [[organisations, standing]]))).not.toBe('applied');
	});
});
