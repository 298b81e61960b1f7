import { newId } from '#kernel/ids.ts';
import { teamsAndLeaders, type Tried } from './who.ts';
import type { Visitor } from './visitors.ts';
import { canary, ORGANISATIONS, type Build } from './world.ts';

const SESSION_OF = { one: 'session shared', two: 'session lonely', three: 'session shared', bee: 'session beyond' } as const;

/** Of each organisation: who is still there, and to whom she passed on what she learned. */
export async function afterTraining({ does, idOf }: Build, by: Readonly<{ coordinator: Visitor; coordinatorOfB: Visitor }>): Promise<void> {
	for (const key of ORGANISATIONS) {
		const coordinator = key === 'bee' ? by.coordinatorOfB : by.coordinator;
		const of = { sessionId: idOf(SESSION_OF[key]), organisationId: idOf(`organisation ${key}`) };
		await does(coordinator, 'training.mark-stays', { ...of, moment: 3, goneIds: [], seenOn: '2026-07-11' });
		await does(coordinator, 'training.pass-on', {
			...{ ...of, id: idOf(`passing ${key}`), giverId: idOf(`person ${key}`), passedOn: '2026-05-02', others: 4 },
			knownIds: [],
			newcomers: [{ id: idOf(`receiver ${key}`), fullName: canary('receiver', key), sex: 'F', birthYear: null }],
		});
		await does(coordinator, 'training.check-practice', {
			...{ ...of, id: newId(), moment: 3, checkedOn: '2026-07-11', finding: 'not', evidence: canary('firstlook', key) },
		});
	}
}

/** The commands of what comes after a training; see `COMMANDS`. */
export const AFTER_COMMANDS: readonly Tried[] = [
	{
		command: 'training.mark-stays',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ sessionId: idOf(SESSION_OF[of]), organisationId: idOf(`organisation ${of}`), moment: 6, goneIds: [], seenOn: '2026-10-11' },
		}),
	},
	{
		command: 'training.pass-on',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), sessionId: idOf(SESSION_OF[of]), organisationId: idOf(`organisation ${of}`), giverId: idOf(`person ${of}`) },
			...{ passedOn: '2026-05-03', knownIds: [], newcomers: [], others: 1 },
		}),
	},
	{ command: 'training.strike-passing', allowed: teamsAndLeaders, input: ({ idOf }, of) => ({ passingId: idOf(`passing ${of}`), struck: false }) },
];
