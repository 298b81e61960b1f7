import { newId } from '#kernel/ids.ts';
import { importLines, imports, type Import, type ImportLine, type LineFields } from './import-schema.ts';
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

/** A list that is being imported, on paper. */
export function aList(given: Partial<Import> = {}): Import {
	const partnerId = given.partnerId ?? newId();
	return imports.parse({
		...{ id: newId(), scopeId: partnerId, programmeId: newId(), partnerId, fileName: 'liste.csv', digest: 'a'.repeat(64), readOn: '2026-03-01' },
		...{ doneOn: null, setAside: false, head: ['Nom'], columns: ['name'], kindByDefault: null, placeScheme: '2025', notes: [] },
		...given,
	});
}

/** What a line says of an organisation, on paper: enough to be registered. */
export function someFields(given: Partial<LineFields> = {}): LineFields {
	return {
		...{ name: 'Abarimyi b’i Gasorwe', acronym: 'ABG', formerName: '', kind: 'association', placeScheme: '2025', placeCode: 'BI101', colline: '' },
		...{ membersWomen: 51, membersMen: 35, countedOn: null, act: null, contacts: [], themes: [], services: [] },
		...given,
	};
}

/** A line of a list, on paper, as it was read. */
export function aListLine(list: Import, given: Partial<ImportLine> = {}): ImportLine {
	return importLines.parse({
		...{
			id: newId(),
			scopeId: list.partnerId,
			importId: list.id,
			number: 2,
			cells: ['Abarimyi b’i Gasorwe'],
			fields: someFields(),
			faults: [],
			notes: [],
		},
		...{ corrected: 0, leftBecause: '', candidates: [], decided: '', organisationId: newId(), sameAsId: null, taken: false },
		...given,
	});
}
