import { markingApart, markingSame, markingTwo, type Twinned } from '../../people/index.ts';
import { organisations, standIns, twins } from '../schema.ts';

const ofOrganisations: Twinned = {
	twins,
	standIns,
	permission: 'registry.merge',
	async scopesOf(records, id) {
		const organisation = await records.find(organisations, id);
		return typeof organisation === 'object' ? [id, organisation.partnerId, organisation.programmeId] : [];
	},
};

/** Tells that two records are of one organisation, and which name stands: it is counted once. Refuses two that are one already. */
export const mergeOrganisations = markingSame('registry.merge-organisations', ofOrganisations);

/** Takes back that two records are of one organisation. Refuses two that were not told to be. */
export const partOrganisations = markingApart('registry.part-organisations', ofOrganisations);

/** Tells that two records are of two organisations: they are not proposed again. Refuses two that were told to be one. */
export const tellOrganisationsApart = markingTwo('registry.tell-organisations-apart', ofOrganisations);
