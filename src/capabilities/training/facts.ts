import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Fact, FactGone } from '#platform/commands/fact.ts';
import type { Person } from '../people/index.ts';
import { ofActivity } from './activity-facts.ts';
import { wasThere } from './rules/half-days.ts';
import { enrolments, practices, type Attendance, type Enrolment, type Practice, type Session } from './schema.ts';

type Present = Readonly<{ enrolment: Enrolment; person: Pick<Person, 'sex' | 'birthYear'>; marks: readonly Pick<Attendance, 'halfDay' | 'mark'>[] }>;

/**
 * "A person was at a session": one fact for the person and the session, on the first half-day she was there.
 * When no mark says she was there, the fact is gone.
 */
export function personAttended(session: Session, { enrolment, person, marks }: Present): Fact | FactGone {
	const key = `${session.id} ${enrolment.personId}`;
	const [first] = marks
		.filter(({ mark }) => wasThere(mark))
		.map(({ halfDay }) => halfDay)
		.sort();
	if (!first || enrolment.withdrawn) return { kind: 'training.attended', key, gone: true };
	return {
		...ofSession(session, enrolment.organisationId),
		kind: 'training.attended',
		key,
		// A half-day begins with a day that its shape has checked.
		occurredOn: first.slice(0, 10) as CalendarDate,
		personId: enrolment.personId,
		sex: person.sex,
		birthYear: person.birthYear,
		source: enrolments.name,
		sourceId: enrolment.id,
	};
}

/**
 * "An organisation's practice was checked": 2 when applied, 1 partly, 0 not. The six-month finding is what is counted; the first look
 * is told apart, so that it never stands for it.
 */
export function practiceChecked(session: Session, practice: Practice): Fact {
	return {
		...ofSession(session, practice.organisationId),
		kind: practice.moment === 6 ? 'training.practice-checked' : 'training.practice-first-look',
		key: `${session.id} ${practice.organisationId}`,
		occurredOn: practice.checkedOn,
		amount: { applied: 2, partly: 1, not: 0 }[practice.finding],
		source: practices.name,
		sourceId: practice.id,
	};
}

function ofSession(session: Session, organisationId: string) {
	return { ...ofActivity(session), organisationId };
}
