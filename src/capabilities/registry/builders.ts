import { newId } from '#kernel/ids.ts';
import { listedFace } from './rules/listing.ts';
import { directory, organisations, type Listing, type Organisation } from './schema.ts';

/** An organisation on paper; only what matters to the test is given. */
export function anOrganisation(given: Partial<Organisation> = {}): Organisation {
	const id = given.id ?? newId();
	return organisations.parse({
		...{ id, scopeId: id, programmeId: newId(), partnerId: newId(), name: 'Abarimyi b’i Gasorwe', acronym: 'ABG', kind: 'association' },
		...{ placeScheme: '2025', placeCode: 'BI101', colline: '', membersWomen: 51, membersMen: 35, registeredOn: '2026-01-10', publishedOn: null },
		...given,
	});
}

/** The public row of an organisation on paper, as if it had agreed in February. */
export function aListing(organisation: Organisation, given: Partial<Listing> = {}): Listing {
	const agreed = { showsWork: false, showsMembers: false, ...given };
	return directory.parse({
		...{ id: newId(), scopeId: organisation.id, organisationId: organisation.id, listed: true, publishedOn: '2026-02-01' },
		...listedFace(organisation, [], agreed),
		...given,
	});
}
