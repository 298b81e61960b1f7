import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { defineCommand, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { metPerson, personInput } from '../rules/met-person.ts';
import { persons } from '../schema.ts';

/** Records a person met, for the organisation she came for. Refuses one already recorded, and an unlikely year of birth. */
export const meetPerson = defineCommand({
	name: 'people.meet-person',
	version: 1,
	place: 'field',
	permission: 'people.meet',
	input: v.object({ person: personInput, organisationId: id, metOn: day }),
	scope: ({ organisationId }) => scope(organisationId),

	async gather(records, { person }) {
		return { before: await records.find(persons, person.id) };
	},

	decide({ before }, { person, organisationId, metOn }) {
		if (typeof before === 'object') return refuse('people.already-met', { name: person.fullName });
		const met = metPerson(person, organisationId, metOn);
		return isRefusal(met) ? met : { writes: [met.write], events: [met.event] };
	},
});
