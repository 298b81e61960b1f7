import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { PLACE_SCHEMES } from '#kernel/place.ts';

/** The themes of the leaflet ("Activités principales", "Formations et coaching des OSC"). */
export const THEMES = [
	'accountability',
	'ethics',
	'networking',
	'governance',
	'legal-frame',
	'corruption',
	'human-rights',
	'role-of-civil-society',
	'project-management',
	'credit-and-income',
	'other',
] as const;
export type Theme = (typeof THEMES)[number];

export const placeScheme = v.picklist(PLACE_SCHEMES);
export const placeCode = v.pipe(v.string(), v.regex(/^(BDI\d{3,6}|BI\d{1,3})$/));
export const theme = v.picklist(THEMES);
const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000_000_000));

/** A programme's face; its row is its own scope. */
export const programmes = defineTable('programme.programmes', {
	id,
	scopeId: id,
	code: v.string(),
	name: v.string(),
	country: v.string(),
	donor: v.string(),
	startsOn: day,
	endsOn: day,
	endAsPrinted: v.nullable(v.string()),
	closed: v.boolean(),
	demonstration: v.boolean(),
	budgetCents: v.nullable(cents),
	vision: v.string(),
	aims: v.string(),
	targets: v.string(),
});

/** A partner and what it does; its id is also the scope of all it runs. */
export const partners = defineTable('programme.partners', { id, scopeId: id, programmeId: id, name: v.string(), does: v.string() }, (row) => [
	row.id,
]);

export const results = defineTable('programme.results', { id, scopeId: id, programmeId: id, number: v.number(), words: v.string() });
export const activities = defineTable('programme.activities', { id, scopeId: id, programmeId: id, number: v.number(), words: v.string() });
export const zones = defineTable('programme.zones', { id, scopeId: id, programmeId: id, placeScheme, placeCode });
export const budgetLines = defineTable('programme.budget_lines', { id, scopeId: id, programmeId: id, label: v.string(), amountCents: cents });

export type Programme = ReturnType<typeof programmes.parse>;
export type Partner = ReturnType<typeof partners.parse>;
