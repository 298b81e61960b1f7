import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { organisations } from '../schema.ts';
import { lookForOrganisationTwins } from './look-for-twins.ts';

const standing = anOrganisation();

describe('look for the twins of an organisation', () => {
	it('tells that it is to be looked at, and writes nothing itself', async () => {
		expect(await judged(lookForOrganisationTwins, { organisationId: standing.id }, [[organisations, standing]])).toEqual({
			writes: [],
			events: [{ name: 'registry.organisation-told', organisationId: standing.id }],
		});
	});

	it('finds no organisation that does not exist', async () => {
		expect(verdictOf(await judged(lookForOrganisationTwins, { organisationId: newId() }))).toBe('platform.not-permitted');
	});
});
