import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { addOnTheSpot } from './commands/add-on-the-spot.ts';
import { checkPractice } from './commands/check-practice.ts';
import { attachSheetScan, retireSheetScan } from './commands/attach-sheet-scan.ts';
import { cancelSession, holdSession } from './commands/hold-session.ts';
import { offerSeats } from './commands/offer-seats.ts';
import { planSession } from './commands/plan-session.ts';
import { putSheetBack } from './commands/put-sheet-back.ts';
import { recordAttendance } from './commands/record-attendance.ts';
import { giveSeatBack, takeSeat } from './commands/take-seat.ts';
import { typeInSheet } from './commands/type-in-sheet.ts';
import { countAnew } from './reactions/count-anew.ts';
import { attendance, enrolments, practices, seats, sessions, sheetScans, typedSheets } from './schema.ts';

export const training: Manifest = {
	name: 'training',
	tables: [sessions, seats, enrolments, attendance, practices, typedSheets, sheetScans],
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
		...[typeInSheet, putSheetBack, attachSheetScan, retireSheetScan],
	],
	reactions: [countAnew],
	permissions,
	collections: [sessions, seats, enrolments, attendance],
};
