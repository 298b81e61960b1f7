import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { organisationTold } from '../reactions/look-for-twins.ts';
import { comparableName } from '../rules/comparable-name.ts';
import { relisted } from '../rules/listing.ts';
import { directory, formerNames, organisations, works } from '../schema.ts';

/**
 * Gives an organisation its new name from a day; the old one is kept, and still found by who searches it. For a name
 * that was misspelt, `correct-organisation` is the way. Refuses the name it bears, one somebody else gave it meanwhile,
 * and that of a neighbour its partner accompanies.
 */
export const renameOrganisation = defineCommand({
	name: 'registry.rename-organisation',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({ id, organisationId: id, was: line(2, 160), name: line(2, 160), acronym: line(0, 30), renamedOn: day }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		const organisation = await records.find(organisations, organisationId);
		const [listing] = await records.list(directory, { organisationId });
		const { partnerId, placeScheme, placeCode } = typeof organisation === 'object' ? organisation : {};
		const told = await records.list(works, { organisationId });
		return {
			organisation,
			listing,
			works: told,
			neighbours: partnerId ? await records.list(organisations, { partnerId, placeScheme, placeCode }) : [],
		};
	},

	decide({ organisation, listing, works, neighbours }, { id, organisationId, was, name, acronym, renamedOn }) {
		if (typeof organisation !== 'object') return refuse('platform.not-permitted');
		if (organisation.name === name && organisation.acronym === acronym) return refuse('registry.same-name', { name });
		if (organisation.name !== was) return refuse('platform.changed-meanwhile', { field: 'name', theirs: organisation.name, yours: name });
		const twin = neighbours.find((other) => other.id !== organisationId && comparableName(other.name) === comparableName(name));
		if (twin) return refuse('registry.already-registered', { name: twin.name });
		const former = { name: organisation.name, acronym: organisation.acronym, untilOn: renamedOn };
		return {
			writes: [
				put(organisations, { ...organisation, name, acronym }),
				add(formerNames, { id, scopeId: organisationId, organisationId, struck: false, ...former }),
				...relisted(listing, { ...organisation, name, acronym }, works),
			],
			events: [organisationTold(organisationId)],
		};
	},
});
