import { newId } from '#kernel/ids.ts';
import { sessionTeams, type Tried } from './who.ts';
import type { OrganisationKey } from './world.ts';

const SESSION_OF = { one: 'session shared', two: 'session lonely', three: 'session shared', bee: 'session beyond' } as const;
const on = '2026-04-12';

function row(idOf: (what: string) => string, of: OrganisationKey) {
	return {
		...{ number: 1, enrolmentId: newId(), organisationId: idOf(`organisation ${of}`) },
		person: { id: newId(), fullName: 'Essai', sex: 'M', birthYear: 1991, phone: '' },
		marks: [{ id: newId(), halfDay: '2026-04-10 am', was: null, becomes: 'present' }],
	};
}

/** The commands of a typed sheet and of its scans; see `COMMANDS`. The sheet of a session is for the team of the partner that holds it. */
export const SHEET_COMMANDS: readonly Tried[] = [
	{
		command: 'training.type-in-sheet',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ id: newId(), sessionId: idOf(SESSION_OF[of]), on, rows: [row(idOf, of)] }),
	},
	{
		command: 'training.put-sheet-back',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), typedId: idOf(`typed ${SESSION_OF[of]}`) }),
	},
	{
		command: 'training.attach-sheet-scan',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), sessionId: idOf(SESSION_OF[of]), name: 'fiche.png', type: 'image/png', bytes: 8, addedOn: on },
			digest: newId().replaceAll('-', '').repeat(2),
		}),
	},
	{
		command: 'training.retire-sheet-scan',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), scanId: idOf(`scan of ${SESSION_OF[of]}`), retired: 'Une autre fiche' }),
	},
];
