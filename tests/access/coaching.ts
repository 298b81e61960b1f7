import { newId } from '#kernel/ids.ts';
import { leaders, teams, teamsAndLeaders, wholeProgramme, type Tried } from './who.ts';
import type { Visitor } from './visitors.ts';
import { canary, ORGANISATIONS, type Build } from './world.ts';

const PROGRAMME_OF = { one: 'a', two: 'a', three: 'a', bee: 'b' } as const;

/** A checklist for each programme; each organisation visited with it, the visit agreed and corrected, something promised. */
export async function coached({ does, idOf }: Build, by: Readonly<{ coordinator: Visitor; coordinatorOfB: Visitor }>): Promise<void> {
	for (const of of ['a', 'b'] as const)
		await does(of === 'b' ? by.coordinatorOfB : by.coordinator, 'training.make-checklist', {
			...{ id: idOf(`checklist ${of}`), ownerId: idOf(`programme ${of}`), name: canary('checklist', of), madeOn: '2026-05-01' },
			sections: [
				{
					...{ id: idOf(`section ${of}`), title: 'Partie', weight: 1 },
					points: [{ id: idOf(`point ${of}`), words: canary('checkpoint', of), anchors: ['Rien', canary('anchor', of), 'Tout'] }],
				},
			],
		});
	for (const key of ORGANISATIONS) {
		const coordinator = key === 'bee' ? by.coordinatorOfB : by.coordinator;
		const visitId = idOf(`visit ${key}`);
		const points = (score: number) => [{ pointId: idOf(`point ${PROGRAMME_OF[key]}`), score }];
		await does(coordinator, 'training.plan-visit', {
			...{ id: visitId, organisationId: idOf(`organisation ${key}`), checklistId: idOf(`checklist ${PROGRAMME_OF[key]}`) },
			...{ plannedFor: '2026-06-01', coachName: canary('coach', key) },
		});
		await does(coordinator, 'training.score-visit', { visitId, points: points(1) });
		await does(coordinator, 'training.hold-visit', { visitId, heldOn: '2026-06-01' });
		await does(coordinator, 'training.make-commitment', {
			...{ id: idOf(`commitment ${key}`), visitId, words: canary('promised', key), personName: canary('promiser', key), dueOn: '2026-07-01' },
		});
		await does(coordinator, 'training.agree-on-the-spot', {
			...{ visitId, name: canary('agreed', key), duty: canary('agreedduty', key), agreedOn: '2026-06-01' },
		});
		await does(coordinator, 'training.correct-visit', {
			...{ id: newId(), visitId, points: points(2), why: canary('corrected', key), correctedOn: '2026-06-10' },
		});
	}
}

const section = () => ({
	...{ id: newId(), title: 'Partie', weight: 1 },
	points: [{ id: newId(), words: `Point ${newId()}`, anchors: ['Rien', 'En partie', 'Tout'] }],
});

/** The commands of coaching; see `COMMANDS`. */
export const COACHING_COMMANDS: readonly Tried[] = [
	{
		command: 'training.make-checklist',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			...{ id: newId(), ownerId: idOf(`programme ${PROGRAMME_OF[of]}`), name: 'Liste d’essai', sections: [section()], madeOn: '2026-11-01' },
		}),
	},
	{
		command: 'training.revise-checklist',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			...{ id: newId(), checklistId: idOf(`checklist ${PROGRAMME_OF[of]}`), name: 'Liste d’essai', sections: [section()], madeOn: '2026-11-01' },
		}),
	},
	{
		command: 'training.plan-visit',
		allowed: teams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), checklistId: idOf(`checklist ${PROGRAMME_OF[of]}`) },
			...{ plannedFor: '2026-12-10', coachName: 'Essai' },
		}),
	},
	{
		command: 'training.cancel-visit',
		allowed: teams,
		input: ({ idOf }, of) => ({ visitId: idOf(`visit ${of}`), organisationId: idOf(`organisation ${of}`), cancelled: true }),
	},
	{
		command: 'training.score-visit',
		allowed: teams,
		input: ({ idOf }, of) => ({ visitId: idOf(`visit ${of}`), points: [{ pointId: idOf(`point ${PROGRAMME_OF[of]}`), score: 0 }] }),
	},
	{ command: 'training.hold-visit', allowed: teams, input: ({ idOf }, of) => ({ visitId: idOf(`visit ${of}`), heldOn: '2026-06-02' }) },
	{
		command: 'training.agree-on-the-spot',
		allowed: teams,
		input: ({ idOf }, of) => ({ visitId: idOf(`visit ${of}`), name: 'Essai', duty: 'Essai', agreedOn: '2026-06-02' }),
	},
	{
		command: 'training.agree-visit',
		allowed: leaders,
		input: ({ idOf }, of) => ({ visitId: idOf(`visit ${of}`), name: 'Essai', duty: 'Essai', agreedOn: '2026-06-02' }),
	},
	{
		command: 'training.correct-visit',
		allowed: teams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), visitId: idOf(`visit ${of}`), points: [{ pointId: idOf(`point ${PROGRAMME_OF[of]}`), score: 2 }], why: 'Encore' },
			correctedOn: '2026-06-11',
		}),
	},
	{
		command: 'training.make-commitment',
		allowed: teams,
		input: ({ idOf }, of) => ({ id: newId(), visitId: idOf(`visit ${of}`), words: 'Essai', personName: 'Essai', dueOn: '2026-12-01' }),
	},
	{
		command: 'training.follow-commitment',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ commitmentId: idOf(`commitment ${of}`), state: 'open', on: '2026-06-20' }),
	},
];
