import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { passings, stays } from './after-schema.ts';
import { checklists, commitments, visitCorrections, visits } from './coaching-schema.ts';
import { addOnTheSpot } from './commands/add-on-the-spot.ts';
import { agreeOnTheSpot, agreeVisit } from './commands/agree-visit.ts';
import { cancelVisit } from './commands/cancel-visit.ts';
import { checkPractice } from './commands/check-practice.ts';
import { correctVisit } from './commands/correct-visit.ts';
import { cancelSession, holdSession } from './commands/hold-session.ts';
import { holdVisit } from './commands/hold-visit.ts';
import { makeChecklist, reviseChecklist } from './commands/make-checklist.ts';
import { followCommitment, makeCommitment } from './commands/make-commitment.ts';
import { markStays } from './commands/mark-stays.ts';
import { offerSeats } from './commands/offer-seats.ts';
import { passOn, strikePassing } from './commands/pass-on.ts';
import { planSession } from './commands/plan-session.ts';
import { planVisit } from './commands/plan-visit.ts';
import { recordAttendance } from './commands/record-attendance.ts';
import { scoreVisit } from './commands/score-visit.ts';
import { giveSeatBack, takeSeat } from './commands/take-seat.ts';
import { countAnew } from './reactions/count-anew.ts';
import { attendance, enrolments, practices, seats, sessions } from './schema.ts';

const coaching = [
	...[makeChecklist, reviseChecklist, planVisit, cancelVisit, scoreVisit, holdVisit],
	...[agreeOnTheSpot, agreeVisit, correctVisit, makeCommitment, followCommitment],
];

const after = [markStays, passOn, strikePassing];

export const training: Manifest = {
	name: 'training',
	tables: [sessions, seats, enrolments, attendance, practices, checklists, visits, visitCorrections, commitments, stays, passings],
	commands: [
		planSession,
		offerSeats,
		takeSeat,
		giveSeatBack,
		addOnTheSpot,
		recordAttendance,
		holdSession,
		cancelSession,
		checkPractice,
		...coaching,
		...after,
	],
	reactions: [countAnew],
	permissions,
	collections: [sessions, seats, enrolments, attendance],
};
