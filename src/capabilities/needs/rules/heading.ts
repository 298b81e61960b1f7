import type { Group, Heading, Need } from '../schema.ts';

const FEWEST_TOLD = 5;

/**
 * The heading of a group as it becomes: its neutral words, whether it may still be joined, and how many organisations ask, from five on.
 * What was declined or deferred is open to nobody, and its heading says nothing of the decision.
 */
export function headingAs(heading: Heading, group: Group, members: readonly Need[]): Heading {
	const organisations = new Set(members.map(({ organisationId }) => organisationId)).size;
	return {
		...heading,
		heading: group.heading,
		theme: group.theme,
		isOpen: group.openedOn !== null && canBeJoined(group),
		organisations: organisations >= FEWEST_TOLD ? organisations : null,
	};
}

/** Whether another organisation may say "us too" to a group: not once it was declined or put off. */
export function canBeJoined({ decision }: Pick<Group, 'decision'>): boolean {
	return decision !== 'declined' && decision !== 'deferred';
}
