import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { placeCode, placeScheme } from '../../programme/index.ts';
import { edit, edited, fieldsOf } from '#platform/commands/edited.ts';
import { organisationTold } from '../reactions/look-for-twins.ts';
import { relisted } from '../rules/listing.ts';
import { directory, headcount, kind, organisations, works } from '../schema.ts';

/**
 * Corrects fields of an organisation: each says what it was and what it becomes, and the place moves as one.
 * Refuses a field that somebody else changed meanwhile, with both values, so that a person decides.
 */
export const correctOrganisation = defineCommand({
	name: 'registry.correct-organisation',
	version: 1,
	place: 'office',
	permission: 'registry.correct',
	input: v.object({
		organisationId: id,
		name: edit(line(2, 160)),
		acronym: edit(line(0, 30)),
		kind: edit(kind),
		colline: edit(line(0, 80)),
		place: edit(v.object({ placeScheme, placeCode })),
		members: edit(v.object({ membersWomen: headcount, membersMen: headcount })),
	}),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		const [listing] = await records.list(directory, { organisationId });
		return {
			before: await records.find(organisations, organisationId),
			works: await records.list(works, { organisationId }),
			listing,
		};
	},

	decide({ before, works, listing }, { organisationId: _, place, members, ...fields }): Decision {
		if (typeof before !== 'object') return refuse('platform.not-permitted');
		const after = edited(before, fieldsOf(fields), [place, members]);
		if (isRefusal(after)) return after;
		return { writes: [put(organisations, after), ...relisted(listing, after, works)], events: [organisationTold(after.id)] };
	},
});
