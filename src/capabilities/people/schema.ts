import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { standInsTable, twinsTable } from './rules/twins/twin-tables.ts';

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

/** Where a person was met, and the keys under which she is found again beyond her organisation. */
export const twinKeys = defineTable('people.twin_keys', {
	...{ id, scopeId: id, programmeId: id, partnerId: id, organisationId: id, personId: id },
	...{ place: v.string(), whole: v.string(), longest: v.string(), phone: v.string() },
});

/** Pairs of records that may be of one person. */
export const twins = twinsTable('people.twins');

/** Records of persons for which another stands. */
export const standIns = standInsTable('people.stand_ins');

export type Person = ReturnType<typeof persons.parse>;
