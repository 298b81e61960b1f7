import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { directory, organisations } from '../schema.ts';

/** Lists an organisation in the public directory, from the day it agreed. Refuses when it is listed already. */
export const publishOrganisation = defineCommand({
	name: 'registry.publish-organisation',
	version: 1,
	place: 'office',
	permission: 'registry.consent',
	input: v.object({ organisationId: id, listingId: id, agreedOn: day }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		const [listing] = await records.list(directory, { organisationId });
		return { organisation: await records.find(organisations, organisationId), listing };
	},

	decide({ organisation, listing }, { listingId, agreedOn }) {
		if (typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (organisation.publishedOn) return refuse('registry.already-published', { since: organisation.publishedOn });
		const { id, name, acronym, kind, placeScheme, placeCode } = organisation;
		return {
			writes: [
				put(organisations, { ...organisation, publishedOn: agreedOn }),
				addOrPut(directory, listing, {
					id: listing?.id ?? listingId,
					scopeId: id,
					organisationId: id,
					listed: true,
					name,
					acronym,
					kind,
					placeScheme,
					placeCode,
					publishedOn: agreedOn,
				}),
			],
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
		const emptied = { name: '', acronym: '', kind: '', placeScheme: '', placeCode: '', publishedOn: null };
		return { writes: [put(organisations, { ...organisation, publishedOn: null }), put(directory, { ...listing, ...emptied, listed: false })] };
	},
});
