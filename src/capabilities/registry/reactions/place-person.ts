import { defineReaction } from '#platform/commands/command.ts';
import type { PersonMet, PersonPlaced } from '../../people/index.ts';
import { organisations } from '../schema.ts';

/** Tells where the organisation of a person who was met stands: who records persons does not know it. */
export const placePerson = defineReaction({
	on: 'people.person-met',

	async gather(records, { organisationId }: PersonMet) {
		return { organisation: await records.find(organisations, organisationId) };
	},

	react({ organisation }, { personId, organisationId }) {
		if (typeof organisation !== 'object') return { writes: [] };
		const { partnerId, programmeId, placeScheme, placeCode } = organisation;
		const placed: PersonPlaced = {
			...{ name: 'registry.person-placed', personId, organisationId, partnerId, programmeId },
			place: `${placeScheme}:${placeCode}`,
		};
		return { writes: [], events: [placed] };
	},
});
