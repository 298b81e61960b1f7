import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { birthYear, persons, phone, sex } from '../schema.ts';

/** Records a person met, for the organisation she came for. Refuses a birth after the day of the meeting, or 110 years before. */
export const meetPerson = defineCommand({
	name: 'people.meet-person',
	version: 1,
	place: 'field',
	permission: 'people.meet',
	input: v.object({ id, organisationId: id, fullName: line(2, 120), sex, birthYear, phone: v.optional(phone, ''), metOn: day }),
	scope: ({ organisationId }) => scope(organisationId),

	async gather(records, { id }) {
		return { before: await records.find(persons, id) };
	},

	decide({ before }, person) {
		if (typeof before === 'object') return refuse('people.already-met', { name: before.fullName });
		const year = Number(person.metOn.slice(0, 4));
		if (person.birthYear !== null && (person.birthYear > year || person.birthYear < year - 110)) {
			return refuse('people.birth-year-unlikely', { year: String(person.birthYear) });
		}
		return { writes: [put(persons, { ...person, scopeId: person.organisationId })] };
	},
});
