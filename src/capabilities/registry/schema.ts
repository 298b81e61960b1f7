import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { placeCode, placeScheme } from '../programme/index.ts';

export const KINDS = ['association', 'network', 'cooperative', 'group', 'faith', 'other'] as const;
export const kind = v.picklist(KINDS);
export const ACT_KINDS = ['statutes', 'recognition', 'registration', 'tax', 'other'] as const;
export const LIFE_STATES = ['active', 'dormant', 'dissolved'] as const;
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

// A line of an organisation's history is never changed: a mistaken one is struck out, and may be restored.
const line = { id, scopeId: id, organisationId: id, struck: v.boolean() };

/** A legal act: what, its number, its day, who signed it. */
export const legalActs = defineTable('registry.legal_acts', {
	...line,
	kind: v.picklist(ACT_KINDS),
	number: v.string(),
	actedOn: day,
	authority: v.string(),
});

/** A name an organisation bore, until a day. */
export const formerNames = defineTable('registry.former_names', { ...line, name: v.string(), acronym: v.string(), untilOn: day });

/** Whether an organisation lives, since a day, and what shows it. */
export const lifeStates = defineTable('registry.life_states', { ...line, state: v.picklist(LIFE_STATES), sinceOn: day, evidence: v.string() });

/** Its members counted on a day; the young are among them, as far as they were counted. */
export const headcounts = defineTable('registry.headcounts', {
	...line,
	countedOn: day,
	women: v.number(),
	men: v.number(),
	youngWomen: headcount,
	youngMen: headcount,
});

export type LegalAct = ReturnType<typeof legalActs.parse>;
export type FormerName = ReturnType<typeof formerNames.parse>;
export type LifeState = ReturnType<typeof lifeStates.parse>;
export type Headcount = ReturnType<typeof headcounts.parse>;
export type Organisation = ReturnType<typeof organisations.parse>;
export type OrganisationKind = (typeof KINDS)[number];
