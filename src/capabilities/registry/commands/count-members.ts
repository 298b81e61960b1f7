import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { relisted } from '../rules/listing.ts';
import { countedTwice, membersAfter } from '../rules/members-after.ts';
import { directory, headcount, headcounts, organisations, works } from '../schema.ts';

const counted = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** Writes how many members an organisation has on a day. Refuses more young people than people, and a second count of one day. */
export const countMembers = defineCommand({
	name: 'registry.count-members',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({ id, organisationId: id, countedOn: day, women: counted, men: counted, youngWomen: headcount, youngMen: headcount }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		const [listing] = await records.list(directory, { organisationId });
		return {
			organisation: await records.find(organisations, organisationId),
			before: await records.list(headcounts, { organisationId }),
			works: await records.list(works, { organisationId }),
			listing,
		};
	},

	decide({ organisation, before, works, listing }, count) {
		if (typeof organisation !== 'object') return refuse('platform.not-permitted');
		if ((count.youngWomen ?? 0) > count.women)
			return refuse('registry.young-too-many', { field: 'youngWomen', young: count.youngWomen ?? 0, all: count.women });
		if ((count.youngMen ?? 0) > count.men)
			return refuse('registry.young-too-many', { field: 'youngMen', young: count.youngMen ?? 0, all: count.men });
		const twice = countedTwice(count, before);
		if (twice) return twice;
		const row = { ...count, scopeId: count.organisationId, struck: false };
		const after = { ...organisation, ...membersAfter(organisation, [...before, row]) };
		return { writes: [add(headcounts, row), put(organisations, after), ...relisted(listing, after, works)] };
	},
});
