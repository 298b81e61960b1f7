import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { placePerson } from './place-person.ts';

describe('a person who was met', () => {
	it('is placed where her organisation stands', () => {
		const organisation = anOrganisation();
		const met = { name: 'people.person-met', personId: newId(), organisationId: organisation.id } as const;
		expect(placePerson.react({ organisation }, met, { personId: ACTOR }).events).toMatchObject([
			{ name: 'registry.person-placed', personId: met.personId, partnerId: organisation.partnerId, place: '2025:BI101' },
		]);
		expect(placePerson.react({ organisation: undefined }, met, { personId: ACTOR })).toEqual({ writes: [] });
	});
});
