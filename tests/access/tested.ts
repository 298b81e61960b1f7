import { newId, type Id } from '#kernel/ids.ts';
import type { Visitor } from './visitors.ts';
import type { Actor } from './world.ts';

type Build = Readonly<{ does: (by: Visitor, command: string, input: unknown) => Promise<void>; idOf: (what: string) => Id }>;

const word = (field: string, of: string) => `zq${field}${of}qz`;
const MEMBERS = { shared: ['one', 'three'], lonely: ['two'], beyond: ['bee'] } as const;
const PROGRAMME = { shared: 'a', lonely: 'a', beyond: 'b' } as const;

/** A question in each programme; a test, an evaluation and a certificate in each session. */
export async function testedAndCertified({ does, idOf }: Build, by: Readonly<Record<keyof typeof MEMBERS, Visitor>>): Promise<void> {
	for (const group of ['shared', 'beyond'] as const)
		await does(by[group], 'training.add-question', {
			...{ id: idOf(`question ${PROGRAMME[group]}`), programmeId: idOf(`programme ${PROGRAMME[group]}`), theme: 'ethics' },
			...{ words: word('question', PROGRAMME[group]), choices: [word('choice', PROGRAMME[group]), 'Non'], answer: 0 },
		});
	for (const group of ['shared', 'lonely', 'beyond'] as const) {
		const sessionId = idOf(`session ${group}`);
		await does(by[group], 'training.set-test', {
			...{ id: newId(), sessionId, outOf: 20, questionIds: [idOf(`question ${PROGRAMME[group]}`)] },
		});
		for (const moment of ['before', 'after'])
			await does(by[group], 'training.record-scores', {
				...{ sessionId, moment },
				scores: MEMBERS[group].map((key) => ({ id: newId(), enrolmentId: idOf(`enrolment ${key}`), points: 12 })),
			});
		await does(by[group], 'training.record-evaluation', {
			...{ id: newId(), sessionId, sheets: 3, aspects: [{ key: 'useful', counts: [0, 0, 1, 2] }], words: word('opinion', group) },
		});
		await does(by[group], 'training.issue-certificates', {
			...{ sessionId, issuedOn: '2026-04-12' },
			certificates: MEMBERS[group].map((key) => ({ id: idOf(`certificate ${key}`), enrolmentId: idOf(`enrolment ${key}`) })),
		});
	}
}

/** Who may meet which word of tests and evaluations; see `CANARIES`. */
export const TEST_CANARIES: readonly (readonly [fields: readonly string[], of: string, seenBy: readonly Actor[]])[] = [
	// The bank is for the teams of its programme: whoever will write the test does not read it.
	[['question', 'choice'], 'a', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam']],
	[['question', 'choice'], 'b', ['coordinatorOfB']],
	[['opinion'], 'shared', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['opinion'], 'lonely', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['opinion'], 'beyond', ['coordinatorOfB']],
];
