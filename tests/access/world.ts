import { newId, type Id } from '#kernel/ids.ts';
import { quietActivities } from './activities.ts';
import { testedAndCertified } from './tested.ts';
import { aListUnderWay } from './world-lists.ts';
import { afterTraining } from './after.ts';
import { coached } from './coaching.ts';
import { fillTwins } from './twins.ts';
import { enterWithCode, newcomer, visitor, type Visitor } from './visitors.ts';

/** The organisations of the world: one and two under CARE, three under Oxfam, and bee in another programme. */
export const ORGANISATIONS = ['one', 'two', 'three', 'bee'] as const;
export type OrganisationKey = (typeof ORGANISATIONS)[number];
export type Actor =
	| 'administrator'
	| 'coordinator'
	| 'coordinatorOfCare'
	| 'animatorOfCare'
	| 'animatorOfOxfam'
	| 'leaderOfOne'
	| 'leaderOfTwo'
	| 'leaderOfThree'
	| 'memberOfOne'
	| 'donor'
	| 'coordinatorOfB'
	| 'leaderOfBee'
	| 'closed'
	| 'stranger';

/** What was made, by name: `need one`, `person three`, `session one`, `group three`, `partner care`… */
export type World = Readonly<{ actors: Readonly<Record<Actor, Visitor>>; ids: ReadonlyMap<string, Id>; idOf: (what: string) => Id }>;

const PARTNER = { one: 'care', two: 'care', three: 'oxfam', bee: 'other' } as const;

/** The word that stands in one field of one scope's records, and nowhere else. */
export function canary(field: string, of: string): string {
	return `zq${field}${of}qz`;
}

/**
 * Fills an empty program by commands alone: two programmes, three partners, four organisations with all that the thread
 * holds, each text bearing its canary. Organisation three, of Oxfam, sends a person to a session of CARE.
 */
export async function fillWorld(address: string, firstCode: string): Promise<World> {
	const ids = new Map<string, Id>();
	const idOf = (what: string) => {
		const id = ids.get(what) ?? newId();
		ids.set(what, id);
		return id;
	};
	const administrator = visitor(address, newId(), await enterWithCode(address, 'administration', firstCode));
	const does = async (by: Visitor, command: string, input: unknown) => {
		const done = await by.command(command, input);
		if (done !== 'applied') throw new Error(`${command}: ${done} ${JSON.stringify(input)}`);
	};
	const build: Build = { address, does, idOf };
	await frames(build, administrator);
	const coordinator = await newcomer(address, administrator, {
		fullName: canary('account', 'alice'),
		role: 'coordinator',
		scopeId: idOf('programme a'),
	});
	const coordinatorOfB = await newcomer(address, administrator, {
		fullName: canary('account', 'bob'),
		role: 'coordinator',
		scopeId: idOf('programme b'),
	});
	for (const key of ORGANISATIONS) await organisation(build, key === 'bee' ? coordinatorOfB : coordinator, key);
	for (const [key, partner] of Object.entries({ one: 'care', three: 'oxfam', bee: 'other' }))
		await aListUnderWay(build, key === 'bee' ? coordinatorOfB : coordinator, { key, partner, word: (field) => canary(field, key) });
	const member = (role: string, key: OrganisationKey, by = coordinator) =>
		newcomer(address, by, { fullName: canary('account', `${role}${key}`), role, scopeId: idOf(`organisation ${key}`) });
	const team = (role: string, scope: string) =>
		newcomer(address, coordinator, { fullName: canary('account', scope.replace(' ', '') + role), role, scopeId: idOf(scope) });
	const actors = {
		administrator,
		coordinator,
		coordinatorOfB,
		coordinatorOfCare: await team('coordinator', 'partner care'),
		animatorOfCare: await team('animator', 'partner care'),
		animatorOfOxfam: await team('animator', 'partner oxfam'),
		donor: await team('donor', 'programme a'),
		leaderOfOne: await member('leader', 'one'),
		leaderOfTwo: await member('leader', 'two'),
		leaderOfThree: await member('leader', 'three'),
		memberOfOne: await member('member', 'one'),
		leaderOfBee: await member('leader', 'bee', coordinatorOfB),
		closed: await member('member', 'two'),
		stranger: visitor(address, newId()),
	};
	for (const key of ORGANISATIONS) await need(build, actors[LEADER[key]], key);
	await answered(build, coordinator, { group: 'shared', members: ['one', 'three'], partner: 'care' });
	await answered(build, coordinator, { group: 'lonely', members: ['two'], partner: 'care' });
	await answered(build, coordinatorOfB, { group: 'beyond', members: ['bee'], partner: 'other' });
	await quietActivities(build, { shared: coordinator, beyond: coordinatorOfB });
	await testedAndCertified(build, { shared: coordinator, lonely: coordinator, beyond: coordinatorOfB });
	await listedForAnHour(build, actors.leaderOfThree, 'three');
	await coached(build, { coordinator, coordinatorOfB });
	await afterTraining(build, { coordinator, coordinatorOfB });
	for (const key of ORGANISATIONS)
		await does(actors[LEADER[key]], 'needs.judge-answer', {
			needId: idOf(`need ${key}`),
			verdict: 'partly',
			words: canary('verdict', key),
			on: '2026-11-01',
		});
	for (const key of ORGANISATIONS)
		await does(key === 'bee' ? coordinatorOfB : coordinator, 'access.open-member-account', {
			...{ id: idOf(`spare ${key}`), roleId: newId(), codeId: newId(), codeHash: newId().replaceAll('-', '').repeat(2), language: 'fr' },
			...{ scopeId: idOf(`organisation ${key}`), fullName: 'Compte de trop', userName: `spare${key}`, role: 'member', openedOn: '2026-02-01' },
		});
	await fillTwins(build, { one: coordinator, two: coordinator, three: coordinator, bee: coordinatorOfB });
	await does(coordinator, 'access.close-account', { accountId: actors.closed.id, closedOn: '2026-11-01' });
	return { actors, ids, idOf };
}

export const LEADER = { one: 'leaderOfOne', two: 'leaderOfTwo', three: 'leaderOfThree', bee: 'leaderOfBee' } as const;

export type Build = Readonly<{ address: string; does: (by: Visitor, command: string, input: unknown) => Promise<void>; idOf: (what: string) => Id }>;

async function frames({ does, idOf }: Build, administrator: Visitor): Promise<void> {
	for (const key of ['a', 'b']) {
		await does(administrator, 'programme.open-programme', {
			...{ id: idOf(`programme ${key}`), coordinatorRoleId: newId(), code: `essai-${key}`, name: `Programme ${key.toUpperCase()} essai` },
			...{ country: 'Burundi', donor: 'Bailleur essai', startsOn: '2026-01-01', endsOn: '2027-12-31' },
		});
	}
	for (const [key, programme] of Object.entries({ care: 'a', oxfam: 'a', other: 'b' }))
		await does(administrator, 'programme.add-partner', {
			...{ id: idOf(`partner ${key}`), programmeId: idOf(`programme ${programme}`), name: `Partenaire ${key}`, does: 'Accompagne' },
		});
}

async function organisation({ does, idOf }: Build, by: Visitor, key: OrganisationKey): Promise<void> {
	await does(by, 'registry.register-organisation', {
		...{
			id: idOf(`organisation ${key}`),
			partnerId: idOf(`partner ${PARTNER[key]}`),
			name: canary('formername', key),
			acronym: canary('formeracro', key),
		},
		...{ kind: 'association', placeScheme: '2025', placeCode: 'BI101', colline: canary('hill', key), membersWomen: 12, membersMen: 7 },
		registeredOn: '2026-01-10',
		contact: {
			id: idOf(`contact ${key}`),
			fullName: canary('contact', key),
			duty: canary('duty', key),
			phone: '',
			email: `${canary('mail', key)}@exemple.bi`,
		},
	});
	await past({ does, idOf }, by, key);
}

async function past({ does, idOf }: Pick<Build, 'does' | 'idOf'>, by: Visitor, key: OrganisationKey): Promise<void> {
	const organisationId = idOf(`organisation ${key}`);
	await does(by, 'registry.rename-organisation', {
		...{ id: newId(), organisationId, was: canary('formername', key), name: canary('name', key), acronym: canary('acro', key) },
		renamedOn: '2026-01-12',
	});
	await does(by, 'registry.record-legal-act', {
		...{ id: idOf(`act ${key}`), organisationId, kind: 'recognition', number: canary('actnumber', key) },
		...{ actedOn: '2019-04-05', authority: canary('authority', key) },
	});
	await does(by, 'registry.attach-scan', {
		...{ id: idOf(`scan ${key}`), organisationId, actId: idOf(`act ${key}`), name: `${canary('scan', key)}.png`, type: 'image/png', bytes: 8 },
		...{ digest: 'a'.repeat(64), addedOn: '2026-01-12' },
	});
	await does(by, 'registry.state-life', { id: newId(), organisationId, state: 'active', sinceOn: '2026-01-12', evidence: canary('life', key) });
	await does(by, 'registry.count-members', {
		...{ id: newId(), organisationId, countedOn: '2026-01-12', women: 12, men: 7, youngWomen: 3, youngMen: null },
	});
	await does(by, 'registry.record-work', {
		...{ id: idOf(`work ${key}`), organisationId, theme: 'ethics', service: canary('service', key), placeScheme: '2025', placeCode: 'BI101' },
		...{ sinceOn: '2026-01-12', untilOn: null },
	});
	await does(by, 'registry.record-mandate', {
		...{ id: newId(), organisationId, organ: 'committee', duty: canary('office', key), fullName: canary('chief', key), sex: 'F' },
		...{ fromOn: '2026-01-12', untilOn: null },
	});
	await does(by, 'registry.record-meeting', {
		...{ id: newId(), organisationId, organ: 'assembly', heldOn: '2026-01-12', women: 9, men: 5, decided: canary('decided', key) },
	});
	await does(by, 'registry.join-network', { id: newId(), organisationId, network: canary('network', key), sinceOn: '2026-01-12', untilOn: null });
	await does(by, 'registry.record-own-funds', { id: newId(), organisationId, year: 2025, francs: 70_000, source: canary('funds', key) });
}

async function need({ does, idOf }: Build, by: Visitor, key: OrganisationKey): Promise<void> {
	await does(by, 'needs.express-need', {
		...{ id: idOf(`need ${key}`), organisationId: idOf(`organisation ${key}`), words: canary('need', key) },
		...{ theme: 'accountability', expressedOn: '2026-02-10' },
	});
	// One that nobody groups or answers: its organisation may still correct it.
	await does(by, 'needs.express-need', {
		...{ id: idOf(`wish ${key}`), organisationId: idOf(`organisation ${key}`), words: canary('wish', key), theme: 'ethics' },
		...{ urgency: 'this-week', touched: ['women'], touchedCount: 7, wished: 'exchange', expressedOn: '2026-02-11' },
	});
}

// What stood in the directory with all it could show, and was taken out, must be found in no byte of it.
async function listedForAnHour({ does, idOf }: Build, by: Visitor, key: OrganisationKey): Promise<void> {
	const organisationId = idOf(`organisation ${key}`);
	const agreed = { agreedOn: '2026-02-11', showsWork: true, showsMembers: true };
	await does(by, 'registry.publish-organisation', { organisationId, listingId: newId(), ...agreed });
	await does(by, 'registry.withdraw-organisation', { organisationId });
}

// The first group of each programme is open to all its organisations; what was judged and noted of it is not.
async function thingsNoted(
	{ does, idOf }: Build,
	by: Visitor,
	{ group, groupId, programmeId }: Readonly<{ group: string; groupId: Id; programmeId: Id }>,
): Promise<void> {
	await does(by, 'needs.note-answer', {
		...{ groupId, id: idOf(`noted group ${group}`), kind: 'equipment', label: canary('thing', group), on: '2026-05-02', state: 'planned' },
	});
	await does(by, 'needs.judge-group', { groupId, aimsMark: 2, feasibilityMark: 1, markWords: canary('mark', group) });
	if (group === 'lonely') return;
	await does(by, 'needs.open-group', { groupId, headingId: idOf(`heading ${group}`), openedOn: '2026-03-06' });
	await does(by, 'needs.weigh-criteria', {
		...{ id: newId(), programmeId, answerWithinDays: 40, reason: canary('weights', group), setOn: '2026-03-06' },
		weights: { organisations: 3, urgency: 2, 'women-and-youth': 2, age: 1, aims: 2, feasibility: 2 },
	});
}

type Answering = Readonly<{ group: string; members: readonly OrganisationKey[]; partner: string }>;

async function answered(build: Build, by: Visitor, { group, members, partner }: Answering): Promise<void> {
	const { does, idOf } = build;
	const groupId = idOf(`group ${group}`);
	const programmeId = idOf(group === 'beyond' ? 'programme b' : 'programme a');
	const needIds = members.map((key) => idOf(`need ${key}`));
	await does(by, 'needs.group-needs', { id: groupId, programmeId, heading: canary('heading', group), theme: 'accountability', needIds });
	await does(by, 'needs.rank-groups', { programmeId, groupIds: [groupId] });
	await does(by, 'needs.decide-group', {
		...{ groupId, decision: 'accepted', reason: canary('reason', group), decidedOn: '2026-03-01', promisedFor: '2026-12-20' },
	});
	await does(by, 'needs.answer-group', { groupId, words: canary('answer', group), answeredOn: '2026-03-05' });
	await thingsNoted(build, by, { group, groupId, programmeId });
	const sessionId = idOf(`session ${group}`);
	await does(by, 'training.plan-session', {
		...{ id: sessionId, partnerId: idOf(`partner ${partner}`), groupId, code: `S-${group.toUpperCase()}`, title: canary('title', group) },
		...{ placeScheme: '2025', placeCode: 'BI101', venue: canary('venue', group), halfDays: ['2026-04-10 am'] },
	});
	for (const key of members) await attended(build, by, { key, sessionId });
	await typedSheet(build, by, { group, members });
	await does(by, 'training.hold-session', { sessionId, heldOn: '2026-04-10' });
	for (const key of members)
		await does(by, 'training.check-practice', {
			...{ id: newId(), sessionId, organisationId: idOf(`organisation ${key}`), checkedOn: '2026-11-02', finding: 'partly' },
			evidence: canary('evidence', key),
		});
}

async function attended({ does, idOf }: Build, by: Visitor, { key, sessionId }: Readonly<{ key: OrganisationKey; sessionId: Id }>): Promise<void> {
	const organisationId = idOf(`organisation ${key}`);
	const enrolmentId = idOf(`enrolment ${key}`);
	await does(by, 'training.offer-seats', { id: newId(), sessionId, organisationId, seats: 2 });
	await does(by, 'training.take-seat', {
		...{ id: enrolmentId, sessionId, organisationId, on: '2026-04-01' },
		person: { id: idOf(`person ${key}`), fullName: canary('person', key), sex: 'F', birthYear: 1990, phone: '' },
	});
	await does(by, 'training.record-attendance', { id: newId(), sessionId, enrolmentId, halfDay: '2026-04-10 am', mark: 'present' });
}

// A sheet copied from paper, with the function of each, and its photograph.
async function typedSheet({ does, idOf }: Build, by: Visitor, { group, members }: Omit<Answering, 'partner'>): Promise<void> {
	const sessionId = idOf(`session ${group}`);
	await does(by, 'training.type-in-sheet', {
		...{ id: idOf(`typed session ${group}`), sessionId, on: '2026-04-12' },
		rows: members.map((key, at) => ({
			...{ number: at + 1, enrolmentId: idOf(`enrolment ${key}`), organisationId: idOf(`organisation ${key}`), marks: [] },
			person: { id: idOf(`person ${key}`), fullName: canary('person', key), sex: 'F', birthYear: 1990, phone: '' },
			duty: { was: '', becomes: canary('function', key) },
		})),
	});
	await does(by, 'training.attach-sheet-scan', {
		...{ id: idOf(`scan of session ${group}`), sessionId, name: `${canary('sheetscan', group)}.png`, type: 'image/png', bytes: 8 },
		...{ digest: 'b'.repeat(64), addedOn: '2026-04-12' },
	});
}
