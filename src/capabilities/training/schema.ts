import * as v from 'valibot';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { placeCode, placeScheme, theme } from '../programme/index.ts';

export const MARKS = ['present', 'late', 'absent', 'excused'] as const;
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

/** One person's place in a session, for the organisation she came for. */
export const enrolments = defineTable(
	'training.enrolments',
	{ ...forOrganisation, personId: id, onTheSpot: v.boolean(), withdrawn: v.boolean() },
	partnerToo,
);

/** One person at one half-day. */
export const attendance = defineTable('training.attendance', { ...forOrganisation, personId: id, halfDay, mark: v.picklist(MARKS) }, partnerToo);

/** What became of the training in one organisation, months later, and what shows it. */
export const practices = defineTable(
	'training.practices',
	{ ...forOrganisation, checkedOn: day, finding: v.picklist(FINDINGS), evidence: v.string() },
	partnerToo,
);

export type Session = ReturnType<typeof sessions.parse>;
export type SessionKind = (typeof SESSION_KINDS)[number];
export type Trainer = v.InferOutput<typeof trainer>;
export type Attendance = ReturnType<typeof attendance.parse>;
export type Enrolment = ReturnType<typeof enrolments.parse>;
export type Practice = ReturnType<typeof practices.parse>;
export type Mark = (typeof MARKS)[number];
