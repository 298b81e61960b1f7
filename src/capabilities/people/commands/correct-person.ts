import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { edit, edited, fieldsOf } from '#platform/commands/edited.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { possibleBirth } from '../rules/met-person.ts';
import { birthYear, persons, phone, sex } from '../schema.ts';

/**
 * Corrects what is known of a person, field by field. Refuses a field that somebody else changed meanwhile, with both values, and
 * an unlikely year of birth. What was counted of her is counted anew; a closed period keeps what it counted.
 */
export const correctPerson = defineCommand({
	name: 'people.correct-person',
	version: 1,
	place: 'office',
	permission: 'people.meet',
	input: v.object({ personId: id, fullName: edit(line(2, 120)), sex: edit(sex), birthYear: edit(birthYear), phone: edit(phone) }),
	scope: ({ personId }) => scopeOf(persons, personId),
	locks: ({ personId }) => [[persons, personId]],

	async gather(records, { personId }) {
		return { before: await records.find(persons, personId) };
	},

	decide({ before }, { personId, ...fields }) {
		if (typeof before !== 'object') return refuse('platform.not-permitted');
		const after = edited(before, fieldsOf(fields));
		if (isRefusal(after)) return after;
		const unlikely = possibleBirth(after.birthYear, after.metOn);
		if (unlikely) return unlikely;
		const { organisationId } = after;
		return {
			writes: [put(persons, after)],
			events: [
				// She is found again under what she is called now.
				{ name: 'people.person-met', personId, organisationId },
				{ name: 'people.person-corrected', personId, organisationId },
			],
		};
	},
});
