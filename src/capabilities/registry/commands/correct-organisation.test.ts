import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aListing, anOrganisation } from '../builders.ts';
import { directory, organisations } from '../schema.ts';
import { correctOrganisation } from './correct-organisation.ts';

const standing = anOrganisation({ name: 'Abarimyi', acronym: 'AB' });
const listing = aListing(standing);

describe('correct an organisation', () => {
	it('changes only the fields that were sent', async () => {
		const asked = { organisationId: standing.id, name: { was: 'Abarimyi', becomes: 'Abarimyi b’i Gasorwe' } };
		const [after] = rowsInto(organisations, await judged(correctOrganisation, asked, [[organisations, standing]]));
		expect(after).toEqual({ ...standing, name: 'Abarimyi b’i Gasorwe' });
	});

	it('refuses a field that somebody changed meanwhile, with both values', async () => {
		const asked = { organisationId: standing.id, name: { was: 'Un autre nom', becomes: 'Le mien' } };
		expect(await judged(correctOrganisation, asked, [[organisations, standing]])).toMatchObject({
			key: 'platform.changed-meanwhile',
			params: { field: 'name', theirs: 'Abarimyi', yours: 'Le mien' },
		});
	});

	it('takes it when both changed it to the same', async () => {
		const asked = { organisationId: standing.id, name: { was: 'Un autre nom', becomes: 'Abarimyi' } };
		expect(verdictOf(await judged(correctOrganisation, asked, [[organisations, standing]]))).toBe('applied');
	});

	it('moves scheme and commune as one', async () => {
		const place = { was: { placeScheme: '2025', placeCode: 'BI101' }, becomes: { placeScheme: '2017', placeCode: 'BDI001001' } };
		const [after] = rowsInto(organisations, await judged(correctOrganisation, { organisationId: standing.id, place }, [[organisations, standing]]));
		expect(after).toMatchObject({ placeScheme: '2017', placeCode: 'BDI001001' });
	});

	it('corrects what is published with it', async () => {
		const asked = { organisationId: standing.id, acronym: { was: 'AB', becomes: 'ABG' } };
		const decision = await judged(correctOrganisation, asked, [
			[organisations, standing],
			[directory, listing],
		]);
		expect(rowsInto(directory, decision)).toEqual([{ ...listing, acronym: 'ABG' }]);
	});
});
