import * as v from 'valibot';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { add, type Event, type Write } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { birthYear, persons, phone, sex, type Person } from '../schema.ts';

const OLDEST = 110;

/** What is asked of a person who is met: no more than is needed to count her once. */
export const personInput = v.object({ id, fullName: line(2, 120), sex, birthYear, phone: v.optional(phone, '') });
export type PersonInput = v.InferOutput<typeof personInput>;

/** Told when a person was met for the first time. */
export type PersonMet = Event & Readonly<{ name: 'people.person-met'; personId: Id; organisationId: Id }>;

/** Told when what is known of a person was corrected: whoever counts her counts anew. */
export type PersonCorrected = Event & Readonly<{ name: 'people.person-corrected'; personId: Id; organisationId: Id }>;

/**
 * Records a person met on a day for an organisation.
 * Returns the write and the event that tells it, or refuses a birth after that day or more than 110 years before it.
 */
export function metPerson(
	person: PersonInput,
	organisationId: string,
	metOn: CalendarDate,
): Refusal | { write: Write; person: Person; event: PersonMet } {
	const unlikely = possibleBirth(person.birthYear, metOn);
	if (unlikely) return unlikely;
	const row = { ...person, scopeId: organisationId, organisationId, metOn };
	return { write: add(persons, row), person: row, event: { name: 'people.person-met', personId: person.id, organisationId } };
}

/** Refuses a year of birth after the day a person was met, or more than 110 years before it. */
export function possibleBirth(birthYear: number | null, metOn: CalendarDate): Refusal | undefined {
	const year = Number(metOn.slice(0, 4));
	const unlikely = birthYear !== null && (birthYear > year || birthYear < year - OLDEST);
	return unlikely ? refuse('people.birth-year-unlikely', { year: String(birthYear) }) : undefined;
}
