import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { organisationTold } from '../reactions/look-for-twins.ts';
import { organisations } from '../schema.ts';

/** Looks again whether an organisation has twins: after an import, which only keeps the keys of what it registers. Changes nothing else. */
export const lookForOrganisationTwins = defineCommand({
	name: 'registry.look-for-twins',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({ organisationId: id }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),

	async gather(records, { organisationId }) {
		return { organisation: await records.find(organisations, organisationId) };
	},

	decide({ organisation }, { organisationId }) {
		return typeof organisation === 'object' ? { writes: [], events: [organisationTold(organisationId)] } : refuse('platform.not-permitted');
	},
});
