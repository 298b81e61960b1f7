import type { Stage } from './demonstration.ts';

const TESTED = 'FM-0001';
const OUT_OF = 20;

type Asked = Readonly<{ theme: string; words: string; choices: readonly string[]; answer: number }>;

/** Invented questions of the bank; the first five are asked of the first training. */
const BANK: readonly Asked[] = [
	{
		theme: 'accountability',
		words: 'Quand écrit-on une dépense dans le cahier de caisse ?',
		choices: ['Le jour même', 'À la fin du mois', 'Quand la présidente le demande'],
		answer: 0,
	},
	{
		theme: 'accountability',
		words: 'Que garde-t-on pour chaque dépense ?',
		choices: ['Rien, si elle est petite', 'Une pièce datée et signée', 'Le nom du marchand seulement'],
		answer: 1,
	},
	{
		theme: 'accountability',
		words: 'La caisse compte 40 000 FBu et le cahier dit 42 000 FBu. Que fait-on ?',
		choices: ['On corrige le cahier au crayon', 'On ajoute 2 000 FBu', 'On cherche l’écart et on l’écrit'],
		answer: 2,
	},
	{
		theme: 'governance',
		words: 'Qui peut demander à voir le cahier de caisse ?',
		choices: ['Tout membre', 'Le comité seulement', 'Personne hors de la trésorerie'],
		answer: 0,
	},
	{
		theme: 'governance',
		words: 'Qui approuve les comptes de l’année ?',
		choices: ['La trésorière', 'L’assemblée générale', 'L’animatrice'],
		answer: 1,
	},
	{
		theme: 'ethics',
		words: 'Un proche du président vend le matériel à l’association. Que fait-on d’abord ?',
		choices: ['On achète, il est connu', 'On le dit et on compare les prix', 'On refuse sans regarder'],
		answer: 1,
	},
];
const ASKED = 5;

// Points before, and how many more after, in turn: most gain, some stay, some lose.
const BEFORE = [6, 9, 11, 4, 8, 12, 7, 10, 5];
const MORE = [5, 4, -2, 8, 0, 3, 6, -1, 4, 7, 2];

/** A bank of questions, and one training tested before and after and evaluated: some missed one of the two tests, and some lost. */
export async function demonstrationTests({ seeds, idOf, does }: Stage): Promise<void> {
	for (const question of BANK)
		await does('alice', 'training.add-question', { ...question, id: idOf(`question ${question.words}`), programmeId: idOf('programme') });
	const sessionId = idOf(TESTED);
	await does('alice', 'training.set-test', {
		...{ id: idOf(`test ${TESTED}`), sessionId, outOf: OUT_OF },
		questionIds: BANK.slice(0, ASKED).map(({ words }) => idOf(`question ${words}`)),
	});
	const group = seeds.groups.find(({ sessions }) => sessions.some(({ code }) => code === TESTED));
	const sent = new Set(group?.needs.map(([organisation]) => organisation)).size;
	// The first session of the demonstration is filled first: its persons bear the first numbers.
	const persons = Array.from({ length: sent * 5 }, (_, at) => at);
	const before = (at: number) => BEFORE[at % BEFORE.length] ?? 0;
	const after = (at: number) => Math.min(OUT_OF, Math.max(0, before(at) + (MORE[at % MORE.length] ?? 0)));
	const of = { before: persons.filter((at) => at % 8 !== 6), after: persons.filter((at) => at % 11 !== 7) };
	for (const moment of ['before', 'after'] as const)
		await does('alice', 'training.record-scores', {
			...{ sessionId, moment },
			scores: of[moment].map((at) => ({
				id: idOf(`score ${moment} ${TESTED} ${at}`),
				enrolmentId: idOf(`enrolment ${TESTED} ${at}`),
				points: moment === 'before' ? before(at) : after(at),
			})),
		});
	await does('alice', 'training.record-evaluation', {
		...{ id: idOf(`evaluation ${TESTED}`), sessionId, sheets: 22 },
		aspects: [
			{ key: 'useful', counts: [0, 1, 6, 15] },
			{ key: 'clear', counts: [1, 3, 9, 8] },
			{ key: 'pace', counts: [4, 7, 8, 3] },
			{ key: 'place', counts: [0, 2, 11, 9] },
		],
		words: 'Le cahier exercé à plusieurs a plu.\nDeux demandent un jour de plus, et des exemples en kirundi.',
	});
}
