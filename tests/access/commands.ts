import { newId } from '#kernel/ids.ts';
import { ACTIVITY_COMMANDS } from './activity-commands.ts';
import { TEST_COMMANDS } from './test-commands.ts';
import { NEED_COMMANDS } from './needs-commands.ts';
import { LIST_COMMANDS } from './registry-lists.ts';
import { REGISTRY_COMMANDS } from './registry-commands.ts';
import { SHEET_COMMANDS } from './sheet-commands.ts';
import { AFTER_COMMANDS } from './after.ts';
import { COACHING_COMMANDS } from './coaching.ts';
import { TWIN_COMMANDS } from './twins.ts';
import {
	both,
	coordinators,
	GROUP_OF,
	house,
	PARTNER_OF,
	PROGRAMME_OF,
	sessionCoordinators,
	sessionTeams,
	teams,
	teamsAndLeaders,
	wholeProgramme,
	type Tried,
} from './who.ts';
import type { Actor, World } from './world.ts';

const SESSION_OF = { one: 'session shared', two: 'session lonely', three: 'session shared', bee: 'session beyond' } as const;
const LEADER_OF = { one: 'leaderOfOne', two: 'leaderOfTwo', three: 'leaderOfThree', bee: 'leaderOfBee' } as const;

function person() {
	return { id: newId(), fullName: 'Essai', sex: 'M', birthYear: 1991, phone: '' };
}

/** The input that opens an account in a scope. */
export function account(world: World, scopeId: string, role: string) {
	return {
		...{ id: newId(), roleId: newId(), codeId: newId(), codeHash: 'a'.repeat(64 - 12) + newId().slice(-12), scopeId, fullName: 'Essai' },
		...{ userName: `essai${newId().slice(-12)}`, language: 'fr', role, openedOn: '2026-11-01' },
	};
}

/** Every command, who may do it to what is of one, two, three and bee; all others are refused as not permitted. */
export const COMMANDS: readonly Tried[] = [
	...NEED_COMMANDS,
	{
		command: 'people.meet-person',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ person: person(), organisationId: idOf(`organisation ${of}`), metOn: '2026-11-01' }),
	},
	{
		command: 'programme.open-programme',
		allowed: house,
		input: () => ({
			id: newId(),
			coordinatorRoleId: newId(),
			code: 'essai-a',
			name: 'Encore',
			country: 'Burundi',
			donor: 'Essai',
			startsOn: '2026-01-01',
			endsOn: '2026-12-31',
		}),
	},
	{
		command: 'programme.add-partner',
		allowed: both(house, wholeProgramme),
		input: ({ idOf }, of) => ({ id: newId(), programmeId: idOf(PROGRAMME_OF[of]), name: `P ${newId()}`, does: 'Aide' }),
	},
	{
		command: 'programme.add-zone',
		allowed: both(house, wholeProgramme),
		input: ({ idOf }, of) => ({ id: newId(), programmeId: idOf(PROGRAMME_OF[of]), placeScheme: '2025', placeCode: 'BI101' }),
	},
	{
		command: 'programme.add-budget-line',
		allowed: both(house, wholeProgramme),
		input: ({ idOf }, of) => ({ id: newId(), programmeId: idOf(PROGRAMME_OF[of]), label: 'Ligne', amountCents: 1 }),
	},
	{
		command: 'programme.state-frame',
		allowed: both(house, wholeProgramme),
		input: ({ idOf }, of) => ({
			programmeId: idOf(PROGRAMME_OF[of]),
			results: [{ id: newId(), words: 'Un résultat' }],
			activities: [{ id: newId(), words: 'Une activité' }],
		}),
	},
	{
		command: 'people.correct-person',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ personId: idOf(`person ${of}`), fullName: { was: 'Pas celle-ci', becomes: 'Une autre' } }),
	},
	...REGISTRY_COMMANDS,
	...LIST_COMMANDS,
	...TWIN_COMMANDS,
	...ACTIVITY_COMMANDS,
	...TEST_COMMANDS,
	...SHEET_COMMANDS,
	...COACHING_COMMANDS,
	...AFTER_COMMANDS,
	{
		command: 'training.plan-session',
		allowed: coordinators,
		input: ({ idOf }, of) => ({
			id: newId(),
			partnerId: idOf(PARTNER_OF[of]),
			groupId: idOf(GROUP_OF[of]),
			code: `T${newId().slice(-8)}`,
			title: 'Un titre',
			placeScheme: '2025',
			placeCode: 'BI101',
			halfDays: ['2026-12-10 am'],
		}),
	},
	{
		command: 'training.cancel-session',
		allowed: sessionCoordinators,
		input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), cancelled: true }),
	},
	{
		command: 'training.offer-seats',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({ id: newId(), sessionId: idOf(SESSION_OF[of]), organisationId: idOf(`organisation ${of}`), seats: 0 }),
	},
	{
		command: 'training.take-seat',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			id: newId(),
			sessionId: idOf(SESSION_OF[of]),
			organisationId: idOf(`organisation ${of}`),
			person: person(),
			on: '2026-04-01',
		}),
	},
	{
		command: 'training.give-seat-back',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ enrolmentId: idOf(`enrolment ${of}`), organisationId: idOf(`organisation ${of}`) }),
	},
	{
		command: 'training.record-attendance',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			id: newId(),
			sessionId: idOf(SESSION_OF[of]),
			enrolmentId: idOf(`enrolment ${of}`),
			halfDay: '2026-04-10 am',
			mark: 'late',
		}),
	},
	{
		command: 'training.add-on-the-spot',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			id: newId(),
			sessionId: idOf(SESSION_OF[of]),
			organisationId: idOf(`organisation ${of}`),
			person: person(),
			on: '2026-04-10',
		}),
	},
	{ command: 'training.hold-session', allowed: sessionTeams, input: ({ idOf }, of) => ({ sessionId: idOf(SESSION_OF[of]), heldOn: '2026-04-10' }) },
	{
		command: 'training.check-practice',
		allowed: sessionTeams,
		input: ({ idOf }, of) => ({
			id: newId(),
			sessionId: idOf(SESSION_OF[of]),
			organisationId: idOf(`organisation ${of}`),
			checkedOn: '2026-05-01',
			finding: 'not',
			evidence: 'Trop tôt',
		}),
	},
	{
		command: 'access.open-team-account',
		allowed: both(house, coordinators),
		input: (world, of) => account(world, world.idOf(PARTNER_OF[of]), 'animator'),
	},
	{
		command: 'access.open-member-account',
		allowed: both(house, teams),
		input: (world, of) => account(world, world.idOf(`organisation ${of}`), 'member'),
	},
	{
		command: 'access.hand-out-member-code',
		allowed: both(house, teams),
		input: ({ actors }, of) => ({
			codeId: newId(),
			accountId: actors[LEADER_OF[of]].id,
			codeHash: newId().replaceAll('-', '').repeat(2),
			handedOn: '2026-11-01',
		}),
	},
	{
		command: 'access.hand-out-team-code',
		allowed: both(house, coordinators),
		input: ({ actors }, of) => ({
			codeId: newId(),
			accountId: actors[LEADER_OF[of]].id,
			codeHash: newId().replaceAll('-', '').repeat(2),
			handedOn: '2026-11-01',
		}),
	},
	{
		command: 'access.close-account',
		allowed: both(house, coordinators),
		input: ({ idOf }, of) => ({ accountId: idOf(`spare ${of}`), closedOn: '2026-11-02' }),
	},
];

type Misplaced = Readonly<{ command: string; role: string; at: string; judged: readonly Actor[] }>;

/** Roles at a level where they are not held, and who passes the permission: for her it is the rule that refuses. */
export const MISPLACED_ROLES: readonly Misplaced[] = [
	...(['leader', 'member'] as const).flatMap((role): Misplaced[] => [
		{ command: 'access.open-member-account', role, at: 'partner care', judged: [...house.one, ...teams.one] },
		{ command: 'access.open-member-account', role, at: 'partner oxfam', judged: [...house.three, ...teams.three] },
		{ command: 'access.open-member-account', role, at: 'programme a', judged: ['administrator', 'coordinator'] },
	]),
	...(['coordinator', 'animator', 'donor'] as const).flatMap((role): Misplaced[] => [
		{ command: 'access.open-team-account', role, at: 'organisation one', judged: [...house.one, ...coordinators.one] },
		{ command: 'access.open-team-account', role, at: 'organisation bee', judged: [...house.bee, ...coordinators.bee] },
	]),
];
