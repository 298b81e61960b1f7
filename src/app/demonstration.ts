import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import type { House } from '#platform/commands/runner.ts';
import type { GazetteerRow } from '#capabilities/programme/server/places.ts';
import { demonstrationAfter, demonstrationCoaching } from './demonstration-coaching.ts';
import { leaveAList } from './demonstration-list.ts';
import { derivedId } from './derived-id.ts';
import { loaded } from './load-programme.ts';
import { demonstrationActivities, keepCatalogue, type DiscreetSeed, type ModuleSeed, type WorkshopSeed } from './demonstration-activities.ts';
import { accountOf, CAST, demonstrationPeople } from './demonstration-people.ts';
import { decideGroups, sayNeeds, whatFollowed } from './demonstration-needs.ts';
import { tellThePast } from './demonstration-past.ts';
import { demonstrationSessions } from './demonstration-sessions.ts';
import { demonstrationTests } from './demonstration-tests.ts';

/** The invented records, as they are written in `seeds/demonstration.json`. */
export type Seeds = Readonly<{
	programme: Readonly<Record<string, unknown>>;
	partners: readonly Readonly<{ name: string; does: string }>[];
	organisations: readonly Readonly<{
		name: string;
		/** The name it bore when it was registered, where that was another. */
		before?: string;
		/** Nobody met it lately. */
		asleep?: boolean;
		acronym: string;
		kind: string;
		place: string;
		colline: string;
		women: number | null;
		men: number | null;
		partner: number;
		public: boolean;
	}>[];
	groups: readonly GroupSeed[];
	modules: readonly ModuleSeed[];
	workshop: WorkshopSeed;
	discreet: DiscreetSeed;
	loose: readonly (readonly [organisation: number, words: string, theme: string, how: 'said' | 'relayed'])[];
	surnames: readonly string[];
	womenNames: readonly string[];
	menNames: readonly string[];
}>;
export type GroupSeed = Readonly<{
	heading: string;
	theme: string;
	decision: 'accepted' | 'declined' | 'deferred' | null;
	reason: string;
	answer: string;
	late?: boolean;
	/** How the coordinator judged it: fit to the aims, feasibility, and why. */
	marks?: readonly [aims: number, feasibility: number, why: string];
	/** Open to all organisations; this one, which was not in it, said "us too". */
	usToo?: readonly [organisation: number, words: string];
	/** Put off: so many days from today it is to be looked at again. */
	lookAgainIn?: number;
	/** The answer failed for this organisation, and the group was reopened; the new decision, still to be told. */
	reopened?: Readonly<{ organisation: number; words: string; why: string; decision: string }>;
	/** Things that answer it and that are written down by hand. */
	things?: readonly Readonly<{ kind: string; label: string; inDays: number; state: string }>[];
	needs: readonly (readonly [organisation: number, words: string])[];
	sessions: readonly SessionSeed[];
}>;
export type SessionSeed = Readonly<{
	code: string;
	title: string;
	partner: number;
	place: string;
	venue: string;
	months: number;
	days: number;
	held: boolean;
	cancelled?: boolean;
	practice?: readonly ('applied' | 'partly' | 'not')[];
	kind?: 'training' | 'workshop';
	/** Which module of the seeds it follows. */
	module?: number;
	/** How far what was declared of it is gone. */
	standing?: 'verified' | 'published';
}>;

/** What the parts of the demonstration share: the house, the seeds, today, who acts, and how a thing is done. */
export type Stage = Readonly<{
	seeds: Seeds;
	today: CalendarDate;
	idOf: (what: string) => string;
	does: (who: 'alice' | 'beatrice' | `leader ${number}`, name: string, input: object) => Promise<void>;
}>;

/** Reads the invented records of the project's folder. */
export function readSeeds(root: string): Seeds {
	return JSON.parse(readFileSync(join(root, 'seeds/demonstration.json'), 'utf8')) as Seeds;
}

type Given = Readonly<{ today: CalendarDate; places: readonly GazetteerRow[] }>;

/**
 * Loads the demonstration programme through commands, with dates around today. The ids follow from the words of the seeds.
 * The caller looks first whether it is there: loaded on another day, the same ids would bear other dates.
 */
export async function loadDemonstration(house: House, root: string, { today, places }: Given): Promise<void> {
	const seeds = readSeeds(root);
	const idOf = (what: string) => derivedId(`demonstration ${what}`);
	let done = 0;
	const say = (personId: string | undefined, name: string, input: object) => {
		done += 1;
		return loaded(house, { id: idOf(`command ${done}`), name, version: 1, input }, personId);
	};
	const stage: Stage = { seeds, today, idOf, does: (who, name, input) => say(idOf(who), name, input) };

	await openProgramme(stage, (name, input) => say(undefined, name, input));
	await demonstrationPeople(stage, (name, input) => say(undefined, name, input));
	await registerOrganisations(stage);
	await openLeaders(stage, (name, input) => say(undefined, name, input));
	await sayNeeds(stage);
	await decideGroups(stage);
	await keepCatalogue(stage);
	await demonstrationSessions(stage);
	await demonstrationActivities(stage);
	await demonstrationCoaching(stage);
	await demonstrationAfter(stage);
	await whatFollowed(stage);
	await demonstrationTests(stage);
	await leaveAList(stage, root, places);
}

async function openProgramme({ seeds, today, idOf }: Stage, house: (name: string, input: object) => Promise<void>): Promise<void> {
	const programmeId = idOf('programme');
	await house('programme.open-programme', {
		...seeds.programme,
		id: programmeId,
		coordinatorRoleId: idOf('coordinator of the house'),
		demonstration: true,
		startsOn: `${addMonths(today, -14).slice(0, 7)}-01`,
		endsOn: addDays(`${addMonths(today, 10).slice(0, 7)}-01` as CalendarDate, -1),
	});
	for (const partner of seeds.partners) await house('programme.add-partner', { id: idOf(partner.name), programmeId, ...partner });
	await house('programme.state-frame', {
		programmeId,
		results: [
			{ id: idOf('result 1'), words: 'Les organisations gardent ce qu’elles ont appris.' },
			{ id: idOf('result 2'), words: 'Les organisations parlent et sont entendues.' },
		],
		activities: [{ id: idOf('activity 1'), words: 'Former et appuyer les organisations selon ce qu’elles demandent.' }],
	});
	for (const code of new Set(seeds.organisations.map(({ place }) => place))) {
		await house('programme.add-zone', { id: idOf(`zone ${code}`), programmeId, placeScheme: '2025', placeCode: code });
	}
}

async function registerOrganisations(stage: Stage): Promise<void> {
	const { seeds, today, idOf, does } = stage;
	for (const [at, seed] of seeds.organisations.entries()) {
		const id = idOf(seed.name);
		await does('alice', 'registry.register-organisation', {
			id,
			partnerId: idOf(seeds.partners[seed.partner]?.name ?? ''),
			name: seed.before ?? seed.name,
			acronym: seed.acronym,
			kind: seed.kind,
			placeScheme: '2025',
			placeCode: seed.place,
			colline: seed.colline,
			membersWomen: seed.women,
			membersMen: seed.men,
			registeredOn: addDays(today, -400 + at * 3),
		});
		if (seed.public)
			await does('alice', 'registry.publish-organisation', {
				organisationId: id,
				listingId: idOf(`listing ${at}`),
				agreedOn: addDays(today, -380 + at),
				// Each organisation decides how much it shows: here all, work alone, members alone, or its face.
				showsWork: at % 4 < 2,
				showsMembers: at % 2 === 0,
			});
		await tellThePast(stage, seed, at);
	}
}

// Every organisation has a leader who confirms; only those of the cast sign in.
async function openLeaders({ seeds, today, idOf }: Stage, house: (name: string, input: object) => Promise<void>): Promise<void> {
	for (const person of CAST.filter(({ role }) => role === 'leader' || role === 'member'))
		await house('access.open-member-account', accountOf(person, idOf, today));
	for (const [at, { name }] of seeds.organisations.entries()) {
		if (at === 0) continue;
		const fullName = `${seeds.surnames[at] ?? ''} ${(at % 2 ? seeds.womenNames : seeds.menNames)[at] ?? ''}`;
		await house(
			'access.open-member-account',
			accountOf({ key: `leader ${at}`, fullName, userName: `demo.leader.${at}`, role: 'leader', at: name }, idOf, today),
		);
	}
}
