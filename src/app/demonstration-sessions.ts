import { addDays, addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import { sampleToAsk } from '#capabilities/training/index.ts';
import type { GroupSeed, SessionSeed, Stage } from './demonstration.ts';

const PERSONS = 150;
const SENT_BY_EACH = 5;
const WITH_DUTIES = 'FM-0001';
const DUTIES = ['Présidente ou président', 'Trésorerie', 'Secrétariat', 'Membre du comité', 'Membre'];

type Held = Readonly<{ group: GroupSeed; seed: SessionSeed; days: readonly CalendarDate[] }>;
type Sent = Readonly<{ enrolmentId: string; personAt: number }>;

/** Plans, fills, holds and follows the sessions of the demonstration: 150 persons, with the untidiness of life. */
export async function demonstrationSessions(stage: Stage): Promise<void> {
	let nextPerson = 0;
	const firstOf = new Map<number, number>();
	for (const group of stage.seeds.groups) {
		for (const seed of group.sessions) {
			const days = daysOf(stage, seed);
			await plan(stage, { group, seed, days });
			if (seed.cancelled) await stage.does('alice', 'training.cancel-session', { sessionId: stage.idOf(seed.code), cancelled: true });
			else nextPerson = await fillAndHold(stage, { group, seed, days, firstOf }, nextPerson);
		}
	}
}

async function plan({ seeds, idOf, does }: Stage, { group, seed, days }: Held): Promise<void> {
	await does('alice', 'training.plan-session', {
		id: idOf(seed.code),
		partnerId: idOf(seeds.partners[seed.partner]?.name ?? ''),
		groupId: idOf(group.heading),
		code: seed.code,
		title: seed.title,
		placeScheme: '2025',
		placeCode: seed.place,
		venue: seed.venue,
		halfDays: halfDaysOf(days),
		kind: seed.kind ?? 'training',
		moduleVersionId: seed.module === undefined ? null : idOf(`version 1 of module ${seed.module}`),
		trainers: [{ name: 'Béatrice Nahimana', from: seeds.partners[seed.partner]?.name ?? '' }],
	});
}

async function fillAndHold(
	stage: Stage,
	{ group, seed, days, firstOf }: Held & { firstOf: Map<number, number> },
	firstPerson: number,
): Promise<number> {
	const { seeds, idOf, does } = stage;
	const sessionId = idOf(seed.code);
	const sent: Sent[] = [];
	let person = firstPerson;
	for (const organisation of new Set(group.needs.map(([at]) => at))) {
		const organisationId = idOf(seeds.organisations[organisation]?.name ?? '');
		await does('alice', 'training.offer-seats', {
			id: idOf(`seats ${seed.code} ${organisation}`),
			sessionId,
			organisationId,
			seats: SENT_BY_EACH + 1,
		});
		for (let at = 0; at < SENT_BY_EACH; at += 1) {
			// Some come back to a second session: they are one person and two participations.
			const comesBack = at === 0 ? firstOf.get(organisation) : undefined;
			const personAt = comesBack ?? person;
			if (comesBack === undefined) {
				if (person >= PERSONS) continue;
				if (at === 0) firstOf.set(organisation, person);
				person += 1;
			}
			const enrolmentId = idOf(`enrolment ${seed.code} ${personAt}`);
			await does('alice', 'training.take-seat', {
				id: enrolmentId,
				sessionId,
				organisationId,
				person: personOf(stage, personAt, organisation),
				// One sheet was copied with what each does at home.
				duty: seed.code === WITH_DUTIES ? DUTIES[at % DUTIES.length] : '',
				on: addDays(days[0] as CalendarDate, -7),
			});
			sent.push({ enrolmentId, personAt });
		}
	}
	if (seed.held) await hold(stage, { group, seed, days }, sent);
	return person;
}

async function hold(stage: Stage, { group, seed, days }: Held, sent: readonly Sent[]): Promise<void> {
	const { seeds, idOf, does, today } = stage;
	const sessionId = idOf(seed.code);
	for (const [at, { enrolmentId }] of sent.entries()) {
		for (const [half, halfDay] of halfDaysOf(days).entries()) {
			const mark = at % 11 === 7 ? 'absent' : at % 13 === 5 && half === 0 ? 'late' : at % 17 === 9 && half > 0 ? 'excused' : 'present';
			await does('alice', 'training.record-attendance', { id: idOf(`mark ${enrolmentId} ${halfDay}`), sessionId, enrolmentId, halfDay, mark });
		}
	}
	await does('alice', 'training.hold-session', { sessionId, heldOn: days.at(-1), declarationId: idOf(`declaration ${seed.code}`) });
	// The seventh of each eleven was absent all along.
	if (seed.standing) await carry(stage, seed, { heldOn: days.at(-1) as CalendarDate, came: sent.filter((_, at) => at % 11 !== 7) });
	const organisations = [...new Set(group.needs.map(([organisation]) => organisation))];
	for (const [at, finding] of (seed.practice ?? []).entries()) {
		await does('alice', 'training.check-practice', {
			id: idOf(`practice ${seed.code} ${at}`),
			sessionId,
			organisationId: idOf(seeds.organisations[organisations[at] ?? 0]?.name ?? ''),
			checkedOn: addDays(today, -20 + at),
			finding,
			evidence: {
				applied: 'Cahier vu à l’assemblée, procès-verbal signé.',
				partly: 'Cahier tenu, pas encore montré.',
				not: 'Le secrétaire formé est parti.',
			}[finding],
		});
	}
}

type Carried = Readonly<{ heldOn: CalendarDate; came: readonly Sent[] }>;

/** Béatrice recounts a sample of what Alice declared; Alice publishes it where the seeds say so. */
async function carry({ idOf, does }: Stage, { code, standing }: SessionSeed, { heldOn, came }: Carried): Promise<void> {
	const sessionId = idOf(code);
	const drawn = sampleToAsk(
		sessionId,
		came.map(({ enrolmentId }) => enrolmentId),
	);
	await does('beatrice', 'training.verify-session', {
		...{ sessionId, verifiedOn: addDays(heldOn, 12), recounted: null },
		...{ sample: drawn.map((enrolmentId) => ({ enrolmentId, found: 'agrees' })), words: 'Appelés un à un, deux vus à l’assemblée.' },
	});
	if (standing === 'published') await does('alice', 'training.publish-session', { sessionId, publishedOn: addDays(heldOn, 20) });
}

function personOf({ seeds, idOf }: Stage, at: number, organisation: number) {
	const onlyWomen = seeds.organisations[organisation]?.men === 0;
	const isWoman = onlyWomen || at % 5 < 3;
	const names = isWoman ? seeds.womenNames : seeds.menNames;
	const fullName = `${seeds.surnames[(at * 7) % seeds.surnames.length]} ${names[(at * 3 + Math.floor(at / 20)) % names.length]}`;
	return {
		id: idOf(`person ${at} of ${organisation}`),
		fullName,
		sex: isWoman ? 'F' : 'M',
		birthYear: at % 14 === 6 ? null : 1962 + ((at * 5) % 44),
	};
}

function daysOf({ today }: Stage, { months, days }: SessionSeed): readonly CalendarDate[] {
	const first = addMonths(today, months);
	return Array.from({ length: days }, (_, at) => addDays(first, at));
}

function halfDaysOf(days: readonly CalendarDate[]): readonly string[] {
	return days.flatMap((day) => [`${day} am`, `${day} pm`]);
}
