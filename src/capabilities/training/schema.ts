import * as v from 'valibot';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { moment } from './after-schema.ts';
import { placeCode, placeScheme, theme } from '../programme/index.ts';
import { SCAN_TYPES } from '../registry/index.ts';

export const MARKS = ['present', 'late', 'absent', 'excused'] as const;
/** What a row of attendance says: a mark, or that it was taken back. */
const MARKS_KEPT = [...MARKS, 'none'] as const;
export const FINDINGS = ['applied', 'partly', 'not'] as const;
export const SESSION_KINDS = ['training', 'workshop'] as const;

/** A half-day: a day and "am" or "pm", such as "2026-11-23 am". */
export const halfDay = v.pipe(
	v.string(),
	v.check((text) => /^\d{4}-\d\d-\d\d (am|pm)$/.test(text) && isCalendarDate(text.slice(0, 10)), 'half-day'),
);

export const sessionKind = v.picklist(SESSION_KINDS);

/** Who leads a session: a name, and the house she comes from. */
export const trainer = v.object({ name: line(2, 120), from: line(0, 120) });

/** What a person does in her organisation, in an input. */
export const duty = line(0, 80);

/**
 * A session's face: everyone with a seat in it reads this, and no more. Of a discreet one the place is a province, and neither
 * venue nor trainers are told here: they are in its quiet face.
 */
export const sessions = defineTable('training.sessions', {
	id,
	scopeId: id,
	programmeId: id,
	groupId: id,
	code: v.string(),
	title: v.string(),
	theme,
	placeScheme,
	placeCode,
	venue: v.string(),
	halfDays: v.array(halfDay),
	firstOn: day,
	lastOn: day,
	state: v.picklist(['planned', 'held', 'cancelled']),
	heldOn: v.nullable(day),
	checkOn: day,
	// A phone may hold rows that were sent before these fields were.
	kind: v.optional(sessionKind, 'training'),
	discreet: v.optional(v.boolean(), false),
	moduleVersionId: v.optional(v.nullable(id), null),
	trainers: v.optional(v.array(v.object({ name: v.string(), from: v.string() })), []),
});

// What is for one organisation belongs to it; the partner that runs the session sees it too.
const forOrganisation = { id, scopeId: id, sessionId: id, organisationId: id, partnerScopeId: id };
const partnerToo = (row: { partnerScopeId: string }) => [row.partnerScopeId];

/** How many people an organisation may send to a session, and how many of them it is asked to be women or young. */
export const seats = defineTable(
	'training.seats',
	{ ...forOrganisation, seats: v.number(), womenAim: v.optional(v.nullable(v.number()), null), youthAim: v.optional(v.nullable(v.number()), null) },
	partnerToo,
);

/** One person's place in a session, for the organisation she came for; what she did there then. A phone may hold rows older than that. */
export const enrolments = defineTable(
	'training.enrolments',
	{ ...forOrganisation, personId: id, onTheSpot: v.boolean(), withdrawn: v.boolean(), duty: v.optional(v.string(), '') },
	partnerToo,
);

/** One person at one half-day. */
export const attendance = defineTable('training.attendance', { ...forOrganisation, personId: id, halfDay, mark: v.picklist(MARKS_KEPT) }, partnerToo);

/** What became of the training in one organisation, three or six months later, and what shows it. */
export const practices = defineTable(
	'training.practices',
	{ ...forOrganisation, moment, checkedOn: day, finding: v.picklist(FINDINGS), evidence: v.string() },
	partnerToo,
);

/** What one saving of a typed sheet changed: by enrolment, what stood before. It is the team's alone, and names nobody. */
export const typedSheets = defineTable('training.typed_sheets', {
	id,
	scopeId: id,
	sessionId: id,
	typedOn: day,
	rows: v.array(
		v.object({
			enrolmentId: id,
			/** Whether this saving put her on the list. */
			enrolled: v.boolean(),
			duty: v.nullable(v.object({ was: v.string(), became: v.string() })),
			marks: v.array(v.object({ id, was: v.picklist(MARKS_KEPT), became: v.picklist(MARKS_KEPT) })),
		}),
	),
	putBack: v.boolean(),
});

/** A signed sheet, photographed or scanned, for the team that holds the session; retired with a reason. Its bytes are a file of the store. */
export const sheetScans = defineTable('training.sheet_scans', {
	...{ id, scopeId: id, sessionId: id, name: v.string(), type: v.picklist(SCAN_TYPES), bytes: v.number(), digest: v.string(), addedOn: day },
	retired: v.string(),
});

export type TypedSheet = ReturnType<typeof typedSheets.parse>;
export type SheetScan = ReturnType<typeof sheetScans.parse>;
export type Session = ReturnType<typeof sessions.parse>;
export type Attendance = ReturnType<typeof attendance.parse>;
export type Enrolment = ReturnType<typeof enrolments.parse>;
export type Practice = ReturnType<typeof practices.parse>;
export type Mark = (typeof MARKS)[number];
