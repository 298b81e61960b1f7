import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { placeCode, placeScheme } from '../programme/index.ts';

export const KINDS = ['association', 'network', 'cooperative', 'group', 'faith', 'other'] as const;
export const kind = v.picklist(KINDS);
export const headcount = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)));

/** An organisation; it is its own scope, under the partner that accompanies it. */
export const organisations = defineTable('registry.organisations', {
	id,
	scopeId: id,
	programmeId: id,
	partnerId: id,
	name: v.string(),
	acronym: v.string(),
	kind,
	placeScheme,
	placeCode,
	colline: v.string(),
	membersWomen: headcount,
	membersMen: headcount,
	publishedOn: v.nullable(day),
	registeredOn: day,
});

/** How to reach an organisation: apart from its face, for fewer eyes. */
export const contacts = defineTable('registry.contacts', {
	id,
	scopeId: id,
	organisationId: id,
	fullName: v.string(),
	duty: v.string(),
	phone: v.string(),
	email: v.string(),
});

/** What an organisation agreed to publish, and nothing else. */
export const directory = defineTable('registry.directory', {
	id,
	scopeId: id,
	organisationId: id,
	listed: v.boolean(),
	name: v.string(),
	acronym: v.string(),
	kind: v.string(),
	placeScheme: v.string(),
	placeCode: v.string(),
	publishedOn: v.nullable(day),
});

export type Organisation = ReturnType<typeof organisations.parse>;
export type OrganisationKind = (typeof KINDS)[number];
