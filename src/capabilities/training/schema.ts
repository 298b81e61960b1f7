import * as v from 'valibot';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { moment } from './after-schema.ts';
import { placeCode, placeScheme, theme } from '../programme/index.ts';

export const MARKS = ['present', 'late', 'absent', 'excused'] as const;
export const FINDINGS = ['applied', 'partly', 'not'] as const;

/** A half-day: a day and "am" or "pm", such as "2026-11-23 am". */
export const halfDay = v.pipe(
	v.string(),
	v.check((text) => /^\d{4}-\d\d-\d\d (am|pm)$/.test(text) && isCalendarDate(text.slice(0, 10)), 'half-day'),
);

/** A session's face: everyone with a seat in it reads this, and no more. */
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
});

// What is for one organisation belongs to it; the partner that runs the session sees it too.
const forOrganisation = { id, scopeId: id, sessionId: id, organisationId: id, partnerScopeId: id };
const partnerToo = (row: { partnerScopeId: string }) => [row.partnerScopeId];

/** How many people an organisation may send to a session. */
export const seats = defineTable('training.seats', { ...forOrganisation, seats: v.number() }, partnerToo);

/** One person's place in a session, for the organisation she came for. */
export const enrolments = defineTable(
	'training.enrolments',
	{ ...forOrganisation, personId: id, onTheSpot: v.boolean(), withdrawn: v.boolean() },
	partnerToo,
);

/** One person at one half-day. */
export const attendance = defineTable('training.attendance', { ...forOrganisation, personId: id, halfDay, mark: v.picklist(MARKS) }, partnerToo);

/** What became of the training in one organisation, three or six months later, and what shows it. */
export const practices = defineTable(
	'training.practices',
	{ ...forOrganisation, moment, checkedOn: day, finding: v.picklist(FINDINGS), evidence: v.string() },
	partnerToo,
);

export type Session = ReturnType<typeof sessions.parse>;
export type Attendance = ReturnType<typeof attendance.parse>;
export type Enrolment = ReturnType<typeof enrolments.parse>;
export type Practice = ReturnType<typeof practices.parse>;
export type Mark = (typeof MARKS)[number];
