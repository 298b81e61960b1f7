import { newId } from '#kernel/ids.ts';
import { headings, groups, needs, type Group, type Heading, type Need } from './schema.ts';

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
		...{ urgency: null, touched: [], touchedCount: null, wished: null, takenBackOn: null, earlierAnswers: [] },
		...{ expressedOn: '2026-02-10', relayedBy: null, confirmedOn: '2026-02-10', groupId: null, answeredOn: null, answerWords: '' },
		...{ verdict: null, verdictOn: null, verdictWords: '' },
		...given,
	});
}

/** A group of needs on paper, not ranked nor decided. */
export function aGroup(given: Partial<Group> = {}): Group {
	const programmeId = given.programmeId ?? newId();
	return groups.parse({
		...{ id: newId(), scopeId: programmeId, programmeId, heading: 'Tenir les comptes', theme: 'accountability' },
		...{ rank: null, rankReason: '', rankedOn: null, openedOn: null, aimsMark: null, feasibilityMark: null, markWords: '' },
		...{ decision: null, reason: '', decidedOn: null, lookAgainOn: null, answeredOn: null, answerWords: '', promisedFor: null },
		...{ answers: [], rounds: [] },
		...given,
	});
}

/** The heading of a group that is open to all organisations of its programme. */
export function aHeading(of: Group, given: Partial<Heading> = {}): Heading {
	const { programmeId, heading, theme } = of;
	return headings.parse({
		...{ id: newId(), scopeId: programmeId, programmeId, groupId: of.id, heading, theme },
		...{ isOpen: true, openedOn: '2026-03-01', organisations: null },
		...given,
	});
}
