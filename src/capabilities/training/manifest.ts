import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { addOnTheSpot } from './commands/add-on-the-spot.ts';
import { checkPractice } from './commands/check-practice.ts';
import { cancelSession, holdSession } from './commands/hold-session.ts';
import { offerSeats } from './commands/offer-seats.ts';
import { planSession } from './commands/plan-session.ts';
import { recordAttendance } from './commands/record-attendance.ts';
import { giveSeatBack, takeSeat } from './commands/take-seat.ts';
import { countAnew } from './reactions/count-anew.ts';
import { attendance, enrolments, practices, seats, sessions } from './schema.ts';

export const training: Manifest = {
	name: 'training',
	tables: [sessions, seats, enrolments, attendance, practices],
	commands: [planSession, offerSeats, takeSeat, giveSeatBack, addOnTheSpot, recordAttendance, holdSession, cancelSession, checkPractice],
	reactions: [countAnew],
	permissions,
	collections: [sessions, seats, enrolments, attendance],
};
