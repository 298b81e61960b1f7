import { newId } from '#kernel/ids.ts';
import { partners, programmes, type Partner, type Programme } from './schema.ts';

/** A programme on paper; only what matters to the test is given. */
export function aProgramme(given: Partial<Programme> = {}): Programme {
	const id = given.id ?? newId();
	return programmes.parse({
		...{
			id,
			scopeId: id,
			code: 'essai',
			name: 'Programme essai',
			country: 'Burundi',
			donor: 'Bailleur essai',
			startsOn: '2026-01-01',
			endsOn: '2027-12-31',
		},
		...{ endAsPrinted: null, closed: false, demonstration: true, budgetCents: 100_000, vision: '', aims: '', targets: '' },
		...given,
	});
}

/** A partner of a programme on paper. */
export function aPartner(given: Partial<Partner> = {}): Partner {
	const programmeId = given.programmeId ?? newId();
	return partners.parse({ id: newId(), scopeId: programmeId, programmeId, name: 'CARE', does: 'Renforce les capacités', ...given });
}
