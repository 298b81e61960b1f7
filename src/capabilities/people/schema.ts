import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';

export const sex = v.picklist(['F', 'M']);
export const birthYear = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)));
export const phone = v.pipe(line(0, 30), v.regex(/^[+\d ()./-]*$/));

/** A person met, with no more than is needed to count her once: name, sex, year of birth, the organisation she came for. */
export const persons = defineTable('people.persons', {
	id,
	scopeId: id,
	organisationId: id,
	fullName: v.string(),
	sex,
	birthYear,
	phone: v.string(),
	metOn: day,
});

export type Person = ReturnType<typeof persons.parse>;
