import type { CalendarDate } from '#kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { addOrPut, put, show, type Event, type Write } from '#platform/commands/command.ts';
import type { Fact, FactGone } from '#platform/commands/fact.ts';
import { metPerson, persons, type Person } from '../../people/index.ts';
import type { Organisation } from '../../registry/index.ts';
import { personAttended } from '../facts.ts';
import { attendance, enrolments, sessions, type Attendance, type Enrolment, type Session, type TypedSheet } from '../schema.ts';
import type { MarkInput, SheetRowInput } from '../sheet-row.ts';
import { notYet } from './half-days.ts';

/** What stands where a row of a typed sheet is to be written. */
export type RowStands = Readonly<{
	session: Session;
	organisation: Organisation | undefined;
	/** The person of the row, when she was met before. */
	known: Person | undefined;
	/** Her place in the session, given back or not. */
	before: Enrolment | undefined;
	marks: readonly Attendance[];
}>;

/** What a row writes, tells and counts, and what it changed. */
export type WrittenRow = Readonly<{
	writes: readonly Write[];
	events: readonly Event[];
	facts: readonly (Fact | FactGone)[];
	change: TypedSheet['rows'][number];
}>;

/**
 * Judges one row of a sheet that was typed in on a day. Returns what it writes, or refuses with the number of the row and its
 * reason: a person of another organisation or already on the list, an unlikely birth, a half-day the session does not have or
 * that has not come, and whatever somebody else changed meanwhile, with both values.
 */
export function writtenRow(stands: RowStands, row: SheetRowInput, on: CalendarDate): WrittenRow | Refusal {
	const { session, organisation, known, before } = stands;
	const [number, name] = [row.number, row.person.fullName];
	if (organisation?.programmeId !== session.programmeId) return refuse('training.row-elsewhere', { number, name });
	if (known && known.organisationId !== row.organisationId) return refuse('training.row-elsewhere', { number, name });
	if (before && before.id !== row.enrolmentId && !before.withdrawn) return refuse('training.row-twice', { number, name });
	const person = personOf(known, row, on);
	if (isRefusal(person)) return refuse('training.row-birth', { number, name, year: String(row.person.birthYear) });
	const marked = markedRow(stands, row, on);
	if (isRefusal(marked)) return marked;
	const duty = dutyOf(before, row);
	if (isRefusal(duty)) return duty;
	const enrolment = enrolmentOf(session, before, { row, duty: duty?.became ?? before?.duty ?? '' });
	const enrolled = !before || before.withdrawn;
	const after = [...stands.marks.filter(({ halfDay }) => !marked.rows.some((each) => each.halfDay === halfDay)), ...marked.rows];
	return {
		writes: [
			...person.writes,
			...(enrolled ? [show(persons, row.person.id, session.scopeId), show(sessions, session.id, row.organisationId)] : []),
			...(enrolled || duty ? [addOrPut(enrolments, before, enrolment)] : []),
			...marked.rows.map((mark) => addOrPut(attendance, standing(stands.marks, mark.halfDay), { ...mark, ...placeOf(enrolment) })),
		],
		events: person.events,
		facts: [personAttended(session, { enrolment, person: person.person, marks: after })],
		change: { enrolmentId: enrolment.id, enrolled, duty: duty ?? null, marks: marked.changes },
	};
}

/** Whether a row changed anything. */
export function isChange({ enrolled, duty, marks }: TypedSheet['rows'][number]): boolean {
	return enrolled || duty !== null || marks.length > 0;
}

type Told = Readonly<{ writes: readonly Write[]; events: readonly Event[]; person: Person }>;

// A telephone the paper gives and nobody had written is kept; what is known otherwise is corrected on her own page.
function personOf(known: Person | undefined, { person, organisationId }: SheetRowInput, on: CalendarDate): Told | Refusal {
	if (!known) {
		const met = metPerson(person, organisationId, on);
		return isRefusal(met) ? met : { writes: [met.write], events: [met.event], person: met.person };
	}
	if (known.phone !== '' || person.phone === '') return { writes: [], events: [], person: known };
	const reached = { ...known, phone: person.phone };
	return { writes: [put(persons, reached)], events: [{ name: 'people.person-met', personId: known.id, organisationId }], person: reached };
}

type Marked = Readonly<{ rows: readonly Omit<Attendance, keyof ReturnType<typeof placeOf>>[]; changes: TypedSheet['rows'][number]['marks'] }>;

function markedRow({ session, marks }: RowStands, row: SheetRowInput, on: CalendarDate): Marked | Refusal {
	const { number, marks: asked } = row;
	const odd = asked.find(({ halfDay }) => !session.halfDays.includes(halfDay) || notYet(halfDay, on));
	if (odd) return refuse('training.row-half-day', { number, day: odd.halfDay.slice(0, 10) });
	const lost = asked.find((mark) => !fits(marks, mark));
	if (lost) {
		const { halfDay, becomes } = lost;
		const half = { day: halfDay.slice(0, 10), part: halfDay.slice(11) };
		return refuse('training.row-changed', { number, name: row.person.fullName, ...half, theirs: saidAt(marks, halfDay), yours: becomes ?? 'none' });
	}
	const changed = asked.filter(({ halfDay, becomes }) => saidAt(marks, halfDay) !== (becomes ?? 'none'));
	return {
		rows: changed.map(({ id, halfDay, becomes }) => ({ id: standing(marks, halfDay)?.id ?? id, halfDay, mark: becomes ?? 'none' })),
		changes: changed.map(({ id, halfDay, becomes }) => ({
			...{ id: standing(marks, halfDay)?.id ?? id, was: saidAt(marks, halfDay), became: becomes ?? 'none' },
		})),
	};
}

function fits(marks: readonly Attendance[], { halfDay, was, becomes }: MarkInput): boolean {
	const now = saidAt(marks, halfDay);
	return now === (was ?? 'none') || now === (becomes ?? 'none');
}

function standing(marks: readonly Attendance[], halfDay: string): Attendance | undefined {
	return marks.find((mark) => mark.halfDay === halfDay);
}

function saidAt(marks: readonly Attendance[], halfDay: string): Attendance['mark'] {
	return standing(marks, halfDay)?.mark ?? 'none';
}

function dutyOf(before: Enrolment | undefined, { number, person, duty }: SheetRowInput): TypedSheet['rows'][number]['duty'] | undefined | Refusal {
	const now = before?.duty ?? '';
	if (!duty || duty.becomes === now) return undefined;
	if (before && !before.withdrawn && duty.was !== now) {
		return refuse('training.row-duty-changed', { number, name: person.fullName, theirs: now || '–', yours: duty.becomes || '–' });
	}
	return { was: now, became: duty.becomes };
}

function enrolmentOf(session: Session, before: Enrolment | undefined, { row, duty }: Readonly<{ row: SheetRowInput; duty: string }>): Enrolment {
	const { enrolmentId, organisationId, person } = row;
	const place = { scopeId: organisationId, sessionId: session.id, organisationId, personId: person.id, partnerScopeId: session.scopeId };
	return { ...place, id: before?.id ?? enrolmentId, onTheSpot: before?.onTheSpot ?? true, withdrawn: false, duty };
}

function placeOf({ scopeId, sessionId, organisationId, personId, partnerScopeId }: Enrolment) {
	return { scopeId, sessionId, organisationId, personId, partnerScopeId };
}
