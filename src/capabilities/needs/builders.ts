import { newId } from '#kernel/ids.ts';
import { groups, needs, type Group, type Need } from './schema.ts';

/** A need on paper, said by its organisation and waiting; only what matters to the test is given. */
export function aNeed(given: Partial<Need> = {}): Need {
	const organisationId = given.organisationId ?? newId();
	return needs.parse({
		...{
			id: newId(),
			scopeId: organisationId,
			organisationId,
			programmeId: newId(),
			words: 'Nos comptes ne tombent jamais juste.',
			theme: 'accountability',
		},
		...{ expressedOn: '2026-02-10', relayedBy: null, confirmedOn: '2026-02-10', groupId: null, answeredOn: null, answerWords: '' },
		...{ verdict: null, verdictOn: null, verdictWords: '' },
		...given,
	});
}

/** A group of needs on paper, not ranked nor decided. */
export function aGroup(given: Partial<Group> = {}): Group {
	const programmeId = given.programmeId ?? newId();
	return groups.parse({
		...{
			id: newId(),
			scopeId: programmeId,
			programmeId,
			heading: 'Tenir les comptes',
			theme: 'accountability',
			rank: null,
			decision: null,
			reason: '',
		},
		...{ decidedOn: null, answeredOn: null, answerWords: '', promisedFor: null, answers: [] },
		...given,
	});
}
