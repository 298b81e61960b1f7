import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { placeCode, placeScheme, theme } from '../programme/index.ts';
import { FINDINGS, halfDay, sessionKind } from './schema.ts';

export const ORGANS = ['assembly', 'committee', 'board'] as const;
export const FOUND_AGAIN = ['agrees', 'differs', 'not-reached'] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A module of the catalogue: what is taught under one title. The programme keeps it; its partners read it. */
export const modules = defineTable('training.modules', {
	id,
	scopeId: id,
	programmeId: id,
	title: v.string(),
	theme,
	kind: sessionKind,
	retired: v.boolean(),
});

/** A module as it was written at a day. It is never changed: what is taught otherwise is the next version. */
export const moduleVersions = defineTable('training.module_versions', {
	id,
	scopeId: id,
	moduleId: id,
	number: count,
	aim: v.string(),
	content: v.string(),
	halfDays: count,
	writtenOn: day,
	changes: v.string(),
});

/** Where a discreet session is and who leads it: for the team that runs it, on no phone. */
export const quietFaces = defineTable('training.quiet_faces', {
	id,
	scopeId: id,
	sessionId: id,
	placeScheme,
	placeCode,
	venue: v.string(),
	trainers: v.array(v.object({ name: v.string(), from: v.string() })),
});

/** How many came to one half-day of a discreet session; the young are among the women and the men. */
export const totals = defineTable('training.totals', {
	id,
	scopeId: id,
	sessionId: id,
	halfDay,
	women: count,
	men: count,
	youngWomen: count,
	youngMen: count,
});

const ofOrganisation = { id, scopeId: id, organisationId: id, partnerScopeId: id };
const partnerToo = (row: { partnerScopeId: string }) => [row.partnerScopeId];

/** An ethics code that an organisation adopted, and the paper that shows it. */
export const ethicsCodes = defineTable(
	'training.ethics_codes',
	{ ...ofOrganisation, sessionId: v.nullable(id), adoptedOn: day, organ: v.picklist(ORGANS), evidence: v.string(), struck: v.boolean() },
	partnerToo,
);

/** Whether an organisation holds to its code, at a day, and what shows it. */
export const codeChecks = defineTable(
	'training.code_checks',
	{ ...ofOrganisation, codeId: id, checkedOn: day, finding: v.picklist(FINDINGS), evidence: v.string() },
	partnerToo,
);

/** A link two organisations made at a workshop; both read it. The other may be one the programme does not accompany. */
export const links = defineTable(
	'training.links',
	{
		id,
		scopeId: id,
		sessionId: id,
		oneId: id,
		otherId: v.nullable(id),
		otherName: v.string(),
		purpose: v.string(),
		madeOn: day,
		struck: v.boolean(),
	},
	({ oneId, otherId }) => (otherId ? [oneId, otherId] : [oneId]),
);

/** One person of a sample, and what she answered when she was asked whether she had been there. */
export const asked = v.object({ enrolmentId: id, found: v.picklist(FOUND_AGAIN) });

/** How far what was declared of a session was gone: declared, verified by another person, published. */
export const declarations = defineTable('training.declarations', {
	id,
	scopeId: id,
	sessionId: id,
	declaredOn: day,
	declaredBy: v.nullable(id),
	persons: count,
	verifiedOn: v.nullable(day),
	verifiedBy: v.nullable(id),
	sample: v.array(asked),
	asked: v.nullable(count),
	confirmed: v.nullable(count),
	words: v.string(),
	publishedOn: v.nullable(day),
	publishedBy: v.nullable(id),
});

export type Module = ReturnType<typeof modules.parse>;
export type ModuleVersion = ReturnType<typeof moduleVersions.parse>;
export type QuietFace = ReturnType<typeof quietFaces.parse>;
export type Totals = ReturnType<typeof totals.parse>;
export type EthicsCode = ReturnType<typeof ethicsCodes.parse>;
export type CodeCheck = ReturnType<typeof codeChecks.parse>;
export type Link = ReturnType<typeof links.parse>;
export type Declaration = ReturnType<typeof declarations.parse>;
export type Asked = v.InferOutput<typeof asked>;
