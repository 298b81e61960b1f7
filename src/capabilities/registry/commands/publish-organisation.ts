import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { listedFace } from '../rules/listing.ts';
import { directory, organisations, works } from '../schema.ts';

/**
 * Lists an organisation in the public directory, from the day it agreed: its face, and what it does and how many its members
 * are when it agreed to that too. Refuses when it is listed already.
 */
export const publishOrganisation = defineCommand({
	name: 'registry.publish-organisation',
	version: 1,
	place: 'office',
	permission: 'registry.consent',
	input: v.object({
		...{ organisationId: id, listingId: id, agreedOn: day },
		...{ showsWork: v.optional(v.boolean(), false), showsMembers: v.optional(v.boolean(), false) },
	}),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		const [listing] = await records.list(directory, { organisationId });
		return {
			organisation: await records.find(organisations, organisationId),
			works: await records.list(works, { organisationId }),
			listing,
		};
	},

	decide({ organisation, works, listing }, { listingId, agreedOn, showsWork, showsMembers }) {
		if (typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (organisation.publishedOn) return refuse('registry.already-published', { since: organisation.publishedOn });
		const face = listedFace(organisation, works, { showsWork, showsMembers });
		const row = { id: listing?.id ?? listingId, scopeId: organisation.id, organisationId: organisation.id, listed: true, publishedOn: agreedOn };
		return {
			writes: [put(organisations, { ...organisation, publishedOn: agreedOn }), addOrPut(directory, listing, { ...row, ...face })],
		};
	},
});

/** Takes an organisation out of the public directory, at once and without a reason. Its public row is emptied. */
export const withdrawOrganisation = defineCommand({
	name: 'registry.withdraw-organisation',
	version: 1,
	place: 'office',
	permission: 'registry.consent',
	input: v.object({ organisationId: id }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		const [listing] = await records.list(directory, { organisationId });
		return { organisation: await records.find(organisations, organisationId), listing };
	},

	decide({ organisation, listing }) {
		if (typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (!listing) return refuse('registry.not-published');
		const emptied = {
			...{ name: '', acronym: '', kind: '', placeScheme: '', placeCode: '', publishedOn: null, showsWork: false, showsMembers: false },
			...{ themes: [], services: [], zones: [], membersWomen: null, membersMen: null, members: null },
		};
		return { writes: [put(organisations, { ...organisation, publishedOn: null }), put(directory, { ...listing, ...emptied, listed: false })] };
	},
});
