import { newId } from '#kernel/ids.ts';
import { sessionCoordinators, sessionTeams, teams, wholeProgramme, type Tried } from './who.ts';

const QUIET_OF = { one: 'quiet shared', two: 'session lonely', three: 'quiet shared', bee: 'quiet beyond' } as const;
const SESSION_OF = { one: 'session shared', two: 'session lonely', three: 'session shared', bee: 'session beyond' } as const;
const LINK_OF = { one: 'link shared', three: 'link shared', bee: 'link beyond' } as const;
const PROGRAMME_OF = { one: 'a', two: 'a', three: 'a', bee: 'b' } as const;
const text = { aim: 'Un but', halfDays: 2, writtenOn: '2026-11-01' };

// Nobody made a link at the session of two: hers is tried on the one of the others, whom the same team accompanies.
const linkOf = (of: keyof typeof QUIET_OF) => (of === 'two' ? 'link shared' : LINK_OF[of]);

/** The commands on activities, their catalogue and what they leave; see `COMMANDS`. */
export const ACTIVITY_COMMANDS: readonly Tried[] = [
	{
		command: 'training.add-module',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			...{ id: newId(), versionId: newId(), programmeId: idOf(`programme ${PROGRAMME_OF[of]}`), title: `Module ${newId()}` },
			...{ theme: 'ethics', kind: 'training', ...text },
		}),
	},
	{
		command: 'training.write-module-version',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ id: newId(), moduleId: idOf(`module ${PROGRAMME_OF[of]}`), changes: 'Autrement', ...text }),
	},
	{
		command: 'training.retire-module',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ moduleId: idOf(`module ${PROGRAMME_OF[of]}`), retired: false }),
	},
	{
		command: 'training.correct-session',
		allowed: sessionCoordinators,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), venue: 'Ailleurs' }),
	},
	{
		command: 'training.offer-seats-to-many',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), seats: 0, offers: [{ id: newId(), organisationId: idOf(`organisation ${of}`) }] }),
	},
	{
		command: 'training.count-half-day',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), sessionId: idOf(QUIET_OF[of]), halfDay: '2026-05-10 am', women: 6, men: 5, youngWomen: 2, youngMen: 1 },
		}),
	},
	{
		command: 'training.adopt-code',
		allowed: teams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), sessionId: null, adoptedOn: '2026-05-20', organ: 'board', evidence: 'Affiche' },
		}),
	},
	{ command: 'training.strike-code', allowed: teams, input: ({ idOf }, of) => ({ codeId: idOf(`code ${of}`), struck: false }) },
	{
		command: 'training.check-code',
		allowed: teams,
		input: ({ idOf }, of) => ({ id: newId(), codeId: idOf(`code ${of}`), checkedOn: '2026-01-01', finding: 'not', evidence: 'Trop tôt' }),
	},
	{
		command: 'training.record-link',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), sessionId: idOf(SESSION_OF[of]), oneId: idOf(`organisation ${of}`), otherId: null, otherName: 'Une autre' },
			...{ purpose: 'Essai', madeOn: '2026-01-01' },
		}),
	},
	{ command: 'training.strike-link', allowed: sessionTeams, input: ({ idOf }, of) => ({ linkId: idOf(linkOf(of)), struck: false }) },
	{
		command: 'training.verify-session',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), verifiedOn: '2026-01-01', sample: [], recounted: null }),
	},
	{
		command: 'training.publish-session',
		allowed: sessionCoordinators,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), publishedOn: '2026-11-01' }),
	},
	{
		command: 'training.take-back-standing',
		allowed: sessionCoordinators,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]) }),
	},
];
