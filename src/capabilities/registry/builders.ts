import { newId } from '#kernel/ids.ts';
import { organisations, type Organisation } from './schema.ts';

/** An organisation on paper; only what matters to the test is given. */
export function anOrganisation(given: Partial<Organisation> = {}): Organisation {
	const id = given.id ?? newId();
	return organisations.parse({
		...{ id, scopeId: id, programmeId: newId(), partnerId: newId(), name: 'Abarimyi b’i Gasorwe', acronym: 'ABG', kind: 'association' },
		...{ placeScheme: '2025', placeCode: 'BI101', colline: '', membersWomen: 51, membersMen: 35, registeredOn: '2026-01-10', publishedOn: null },
		...given,
	});
}
