import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, openScope, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { partners, placeCode, placeScheme } from '../../programme/index.ts';
import { contactFields } from '../contact-fields.ts';
import { organisationTold } from '../reactions/look-for-twins.ts';
import { comparableName } from '../rules/comparable-name.ts';
import { contacts, headcount, kind, organisations } from '../schema.ts';

const contact = v.object({ ...contactFields.entries, id, fullName: line(2, 120) });

/**
 * Registers an organisation under the partner that accompanies it, and opens its scope.
 * Refuses a second one of the same name in the same place, within what that partner accompanies.
 */
export const registerOrganisation = defineCommand({
	name: 'registry.register-organisation',
	version: 1,
	place: 'office',
	permission: 'registry.register',
	input: v.object({
		id,
		partnerId: id,
		name: line(2, 160),
		acronym: v.optional(line(0, 30), ''),
		kind,
		placeScheme,
		placeCode,
		colline: v.optional(line(0, 80), ''),
		membersWomen: headcount,
		membersMen: headcount,
		registeredOn: day,
		contact: v.optional(v.nullable(contact), null),
	}),
	scope: ({ partnerId }) => scope(partnerId),
	locks: ({ partnerId }) => [[partners, partnerId]],

	async gather(records, { id, partnerId, placeScheme, placeCode }) {
		return {
			partner: await records.find(partners, partnerId),
			before: await records.find(organisations, id),
			neighbours: await records.list(organisations, { partnerId, placeScheme, placeCode }),
		};
	},

	decide({ partner, before, neighbours }, { contact, ...face }) {
		if (typeof partner !== 'object' || before) return refuse('platform.not-permitted');
		const twin = neighbours.find((other) => comparableName(other.name) === comparableName(face.name));
		if (twin) return refuse('registry.already-registered', { name: twin.name });
		const { id } = face;
		return {
			writes: [
				openScope(id, 'organisation', face.partnerId),
				add(organisations, { ...face, scopeId: id, programmeId: partner.programmeId, publishedOn: null }),
				...(contact ? [add(contacts, { ...contact, scopeId: id, organisationId: id, gone: false })] : []),
			],
			events: [organisationTold(id)],
		};
	},
});
