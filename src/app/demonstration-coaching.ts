import { addDays } from '#kernel/calendar-date.ts';
import { broughtChecklist } from '#capabilities/training/index.ts';
import type { Stage } from './demonstration.ts';

type Course = Readonly<{ organisation: number; scores: readonly (readonly number[])[]; promised: readonly Promised[] }>;
type Promised = Readonly<{ visit: number; words: string; who: string; due: number; became?: 'done' | 'dropped' }>;

// Days before today on which each was visited; one that is rising and agrees, one that is falling and late.
const VISITED = [330, 180, 40];
const COURSES: readonly Course[] = [
	{
		organisation: 0,
		scores: [
			[0, 1, 1, 0],
			[1, 1, 2, 1],
			[2, 1, 2, 2],
		],
		promised: [
			{ visit: 0, words: 'Ouvrir un cahier de caisse et le tenir chaque semaine', who: 'Personne inventée', due: 30, became: 'done' },
			{ visit: 1, words: 'Afficher les comptes à l’assemblée', who: 'Personne inventée', due: 60, became: 'done' },
			{ visit: 2, words: 'Élire un comité de surveillance', who: 'Autre personne inventée', due: 120 },
		],
	},
	{
		organisation: 1,
		scores: [
			[2, 1, 2, 1],
			[1, 1, 2, 1],
			[1, 0, 1, 0],
		],
		promised: [
			{ visit: 0, words: 'Écrire le règlement d’ordre intérieur', who: 'Personne inventée', due: 60, became: 'dropped' },
			{ visit: 1, words: 'Retrouver le registre des membres', who: 'Personne inventée', due: 45 },
			{ visit: 2, words: 'Tenir l’assemblée qui n’a pas eu lieu', who: 'Autre personne inventée', due: 20 },
		],
	},
];

/** Three coaching visits over a year to two organisations, one rising and one falling, with what they promised; the last of the second waits for agreement. */
export async function demonstrationCoaching(stage: Stage): Promise<void> {
	const { today, idOf, does } = stage;
	const checklist = { ...broughtChecklist(idOf), id: idOf('visit checklist') };
	await does('alice', 'training.make-checklist', { ...checklist, ownerId: idOf('programme'), madeOn: addDays(today, -360) });
	for (const course of COURSES) for (const [at] of VISITED.entries()) await visit(stage, course, at);
}

async function visit({ seeds, today, idOf, does }: Stage, { organisation, scores, promised }: Course, at: number): Promise<void> {
	const organisationId = idOf(seeds.organisations[organisation]?.name ?? '');
	const visitId = idOf(`visit ${at} of ${organisation}`);
	const heldOn = addDays(today, -(VISITED[at] ?? 0));
	const plan = { id: visitId, organisationId, checklistId: idOf('visit checklist'), plannedFor: heldOn, coachName: 'Béatrice Nahimana' };
	await does('alice', 'training.plan-visit', plan);
	const points = broughtChecklist(idOf).sections.flatMap((section) => section.points);
	const given = scores[at] ?? [];
	await does('alice', 'training.score-visit', {
		visitId,
		// The last point concerns neither of them.
		points: points.map(({ id }, nth) => ({ pointId: id, score: nth === points.length - 1 ? null : (given[nth % given.length] ?? 0) })),
	});
	await does('alice', 'training.hold-visit', { visitId, heldOn });
	for (const { visit: of, words, who, due, became } of promised) {
		if (of !== at) continue;
		const id = idOf(`commitment ${words}`);
		await does('alice', 'training.make-commitment', { id, visitId, words, personName: who, dueOn: addDays(heldOn, due) });
		if (became) await does('alice', 'training.follow-commitment', { commitmentId: id, state: became, on: addDays(heldOn, due - 2) });
	}
	const isLastOfSecond = organisation === 1 && at === VISITED.length - 1;
	if (!isLastOfSecond)
		await does('alice', 'training.agree-on-the-spot', { visitId, name: 'Personne inventée', duty: 'Présidente', agreedOn: heldOn });
}

/** After the first training: what its first organisation applied at three months, who was still there at three and six, and who passed it on. */
export async function demonstrationAfter({ seeds, today, idOf, does }: Stage): Promise<void> {
	const sessionId = idOf('FM-0001');
	const of = { sessionId, organisationId: idOf(seeds.organisations[0]?.name ?? '') };
	const [three, six] = [addDays(today, -170), addDays(today, -80)];
	const person = (at: number) => idOf(`person ${at} of 0`);
	await does('alice', 'training.check-practice', {
		...{ ...of, id: idOf('first look FM-0001'), moment: 3, checkedOn: three, finding: 'partly' },
		evidence: 'Cahier ouvert, deux semaines manquent.',
	});
	await does('alice', 'training.mark-stays', { ...of, moment: 3, goneIds: [], seenOn: three });
	await does('alice', 'training.mark-stays', { ...of, moment: 6, goneIds: [person(3)], seenOn: six });
	const newcomer = { id: idOf('receiver of FM-0001'), fullName: 'Receveuse inventée', sex: 'F', birthYear: 1994 };
	await does('alice', 'training.pass-on', {
		...{ ...of, id: idOf('passing 1'), giverId: person(0), passedOn: addDays(three, 5), knownIds: [], newcomers: [newcomer], others: 12 },
	});
	await does('alice', 'training.pass-on', {
		...{ ...of, id: idOf('passing 2'), giverId: newcomer.id, passedOn: six, knownIds: [person(1)], newcomers: [], others: 4 },
	});
}
