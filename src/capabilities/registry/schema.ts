import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { standInsTable, twinsTable } from '../people/index.ts';
import { placeCode, placeScheme, theme } from '../programme/index.ts';

export const KINDS = ['association', 'network', 'cooperative', 'group', 'faith', 'other'] as const;
export const kind = v.picklist(KINDS);
export const ACT_KINDS = ['statutes', 'recognition', 'registration', 'tax', 'other'] as const;
export const LIFE_STATES = ['active', 'dormant', 'dissolved'] as const;
/** The organs that statutes name most often; the committee is elected by the assembly (loi n° 1/02 of 27 January 2017, as the press tells it). */
export const ORGANS = ['assembly', 'committee', 'oversight', 'other'] as const;
/** What a scan may be: what phones photograph, and what scanners write. */
export const SCAN_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
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
	/** Whether she is no longer to be reached: kept, and shown no more. */
	gone: v.boolean(),
});

/** What an organisation agreed to publish, and nothing else. Its zones are written places ("2025:BI101"). */
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
	showsWork: v.boolean(),
	showsMembers: v.boolean(),
	themes: v.array(v.string()),
	services: v.array(v.string()),
	zones: v.array(v.string()),
	membersWomen: headcount,
	membersMen: headcount,
	members: headcount,
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

/** What an organisation does for whom it serves: on a theme, in a place, since a day; the service in its own words, if any. */
export const works = defineTable('registry.works', {
	...line,
	theme,
	service: v.string(),
	placeScheme,
	placeCode,
	sinceOn: day,
	untilOn: v.nullable(day),
});

/** Who holds a duty in an organ, from a day. */
export const mandates = defineTable('registry.mandates', {
	...line,
	organ: v.picklist(ORGANS),
	duty: v.string(),
	fullName: v.string(),
	sex: v.picklist(['F', 'M']),
	fromOn: day,
	untilOn: v.nullable(day),
});

/** A meeting of an organ: who came, what was decided. */
export const meetings = defineTable('registry.meetings', {
	...line,
	organ: v.picklist(ORGANS),
	heldOn: day,
	women: v.number(),
	men: v.number(),
	decided: v.string(),
});

/** A network or collective it belongs to, since a day. */
export const memberships = defineTable('registry.memberships', { ...line, network: v.string(), sinceOn: day, untilOn: v.nullable(day) });

/** What it had of its own in a year, in whole francs, and from what. */
export const ownFunds = defineTable('registry.own_funds', { ...line, year: v.number(), francs: v.number(), source: v.string() });

/** What was photographed or scanned of a line of the history. Its bytes are a file of the store, under the same id. */
export const scans = defineTable('registry.scans', {
	...line,
	lineId: id,
	name: v.string(),
	type: v.picklist(SCAN_TYPES),
	bytes: v.number(),
	digest: v.string(),
	addedOn: day,
});

export type Scan = ReturnType<typeof scans.parse>;
export type Contact = ReturnType<typeof contacts.parse>;
/** A key under which an organisation is found again; an empty one is free for the next. */
export const twinKeys = defineTable('registry.twin_keys', { id, scopeId: id, programmeId: id, organisationId: id, key: v.string() });

/** Pairs of records that may be of one organisation. */
export const twins = twinsTable('registry.twins');

/** Records of organisations for which another stands. */
export const standIns = standInsTable('registry.stand_ins');

export type TwinKey = ReturnType<typeof twinKeys.parse>;
export type Work = ReturnType<typeof works.parse>;
export type Mandate = ReturnType<typeof mandates.parse>;
export type Meeting = ReturnType<typeof meetings.parse>;
export type Membership = ReturnType<typeof memberships.parse>;
export type OwnFunds = ReturnType<typeof ownFunds.parse>;
export type Listing = ReturnType<typeof directory.parse>;
export type LegalAct = ReturnType<typeof legalActs.parse>;
export type FormerName = ReturnType<typeof formerNames.parse>;
export type LifeState = ReturnType<typeof lifeStates.parse>;
export type Headcount = ReturnType<typeof headcounts.parse>;
export type Organisation = ReturnType<typeof organisations.parse>;
export type OrganisationKind = (typeof KINDS)[number];
