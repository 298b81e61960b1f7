import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { passings, stays } from './after-schema.ts';
import { checklists, commitments, visitCorrections, visits } from './coaching-schema.ts';
import { addOnTheSpot } from './commands/add-on-the-spot.ts';
import { correctSession } from './commands/correct-session.ts';
import { countHalfDay } from './commands/count-half-day.ts';
import { addModule, retireModule, writeModuleVersion } from './commands/keep-module.ts';
import { adoptCode, checkCode, strikeCode } from './commands/keep-ethics-code.ts';
import { issueCertificates, revokeCertificate } from './commands/issue-certificates.ts';
import { addQuestion, retireQuestion } from './commands/keep-question.ts';
import { recordEvaluation, recordPaperScores, recordScores, setTest } from './commands/keep-test.ts';
import { recordLink, strikeLink } from './commands/record-link.ts';
import { offerSeatsToMany } from './commands/offer-seats-to-many.ts';
import { publishSession, takeBackStanding, verifySession } from './commands/verify-session.ts';
import { codeChecks, declarations, ethicsCodes, links, modules, moduleVersions, quietFaces, totals } from './activity-schema.ts';
import { checkPractice } from './commands/check-practice.ts';
import { attachSheetScan, retireSheetScan } from './commands/attach-sheet-scan.ts';
import { agreeOnTheSpot, agreeVisit } from './commands/agree-visit.ts';
import { cancelVisit } from './commands/cancel-visit.ts';
import { correctVisit } from './commands/correct-visit.ts';
import { cancelSession, holdSession } from './commands/hold-session.ts';
import { holdVisit } from './commands/hold-visit.ts';
import { makeChecklist, reviseChecklist } from './commands/make-checklist.ts';
import { followCommitment, makeCommitment } from './commands/make-commitment.ts';
import { markStays } from './commands/mark-stays.ts';
import { offerSeats } from './commands/offer-seats.ts';
import { passOn, strikePassing } from './commands/pass-on.ts';
import { planSession } from './commands/plan-session.ts';
import { putSheetBack } from './commands/put-sheet-back.ts';
import { planVisit } from './commands/plan-visit.ts';
import { recordAttendance } from './commands/record-attendance.ts';
import { scoreVisit } from './commands/score-visit.ts';
import { giveSeatBack, takeSeat } from './commands/take-seat.ts';
import { typeInSheet } from './commands/type-in-sheet.ts';
import { countAnew } from './reactions/count-anew.ts';
import { attendance, enrolments, practices, seats, sessions, sheetScans, typedSheets } from './schema.ts';
import { certificates, evaluations, paperScores, questions, scores, tests } from './test-schema.ts';

const held = [
	...[planSession, correctSession, offerSeats, offerSeatsToMany, takeSeat, giveSeatBack, addOnTheSpot, recordAttendance, countHalfDay],
	...[holdSession, cancelSession, verifySession, publishSession, takeBackStanding, checkPractice],
];
const catalogue = [addModule, writeModuleVersion, retireModule, addQuestion, retireQuestion];
const left = [adoptCode, strikeCode, checkCode, recordLink, strikeLink];
const tested = [setTest, recordScores, recordPaperScores, recordEvaluation, issueCertificates, revokeCertificate];
const typed = [typeInSheet, putSheetBack, attachSheetScan, retireSheetScan];
const coaching = [
	...[makeChecklist, reviseChecklist, planVisit, cancelVisit, scoreVisit, holdVisit],
	...[agreeOnTheSpot, agreeVisit, correctVisit, makeCommitment, followCommitment],
];
const after = [markStays, passOn, strikePassing];

export const training: Manifest = {
	name: 'training',
	tables: [
		...[sessions, seats, enrolments, attendance, practices],
		...[modules, moduleVersions, quietFaces, totals, ethicsCodes, codeChecks, links, declarations],
		...[typedSheets, sheetScans],
		...[questions, tests, scores, paperScores, evaluations, certificates],
		...[checklists, visits, visitCorrections, commitments, stays, passings],
	],
	commands: [...held, ...catalogue, ...left, ...tested, ...typed, ...coaching, ...after],
	reactions: [countAnew],
	permissions,
	collections: [sessions, seats, enrolments, attendance],
};
