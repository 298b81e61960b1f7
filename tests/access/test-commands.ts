import { newId } from '#kernel/ids.ts';
import { sessionTeams, wholeProgramme, type Tried } from './who.ts';

const SESSION_OF = { one: 'session shared', two: 'session lonely', three: 'session shared', bee: 'session beyond' } as const;
const PROGRAMME_OF = { one: 'a', two: 'a', three: 'a', bee: 'b' } as const;

/** The commands on tests, evaluations and certificates; see `COMMANDS`. */
export const TEST_COMMANDS: readonly Tried[] = [
	{
		command: 'training.add-question',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			...{ id: newId(), programmeId: idOf(`programme ${PROGRAMME_OF[of]}`), theme: 'ethics', words: 'Une question' },
			...{ choices: ['Oui', 'Non'], answer: 1 },
		}),
	},
	{
		command: 'training.retire-question',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ questionId: idOf(`question ${PROGRAMME_OF[of]}`), retired: false }),
	},
	{
		command: 'training.set-test',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ id: newId(), sessionId: idOf(SESSION_OF[of]), outOf: 20, questionIds: [] }),
	},
	{
		command: 'training.record-scores',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			...{ sessionId: idOf(SESSION_OF[of]), moment: 'before' },
			scores: [{ id: newId(), enrolmentId: idOf(`enrolment ${of}`), points: 12 }],
		}),
	},
	{
		command: 'training.record-paper-scores',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ id: newId(), sessionId: idOf(SESSION_OF[of]), moment: 'after', points: [3] }),
	},
	{
		command: 'training.record-evaluation',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ id: newId(), sessionId: idOf(SESSION_OF[of]), sheets: 3, aspects: [{ key: 'clear', counts: [0, 0, 1, 2] }] }),
	},
	{
		command: 'training.issue-certificates',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			...{ sessionId: idOf(SESSION_OF[of]), issuedOn: '2026-04-12' },
			certificates: [{ id: newId(), enrolmentId: idOf(`enrolment ${of}`) }],
		}),
	},
	{
		command: 'training.revoke-certificate',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			...{ certificateId: idOf(`certificate ${of}`), sessionId: idOf(SESSION_OF[of]), revokedOn: '2026-05-01', reason: 'Essai' },
		}),
	},
];
