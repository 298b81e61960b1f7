import { markingApart, markingSame, markingTwo, type Twinned } from '../twin-commands.ts';
import { standIns, twinKeys, twins } from '../schema.ts';

const ofPersons: Twinned = {
	twins,
	standIns,
	permission: 'people.merge',
	async scopesOf(records, personId) {
		const [met] = await records.list(twinKeys, { personId });
		return met ? [met.organisationId, met.partnerId, met.programmeId] : [];
	},
};

/** Tells that two records are of one person, and which name stands: she is counted once. Refuses two that are one already. */
export const mergePersons = markingSame('people.merge-persons', ofPersons);

/** Takes back that two records are of one person. Refuses two that were not told to be. */
export const partPersons = markingApart('people.part-persons', ofPersons);

/** Tells that two records are of two persons: they are not proposed again. Refuses two that were told to be one. */
export const tellPersonsApart = markingTwo('people.tell-persons-apart', ofPersons);
