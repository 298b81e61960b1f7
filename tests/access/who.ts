import type { Actor, OrganisationKey, World } from './world.ts';

/** A command as somebody tries it on what belongs to organisation one, or to one of the other three. */
export type Tried = Readonly<{
	command: string;
	input: (world: World, of: OrganisationKey) => object;
	allowed: Readonly<Record<OrganisationKey, readonly Actor[]>>;
}>;

export const PARTNER_OF = { one: 'partner care', two: 'partner care', three: 'partner oxfam', bee: 'partner other' } as const;
export const GROUP_OF = { one: 'group shared', two: 'group lonely', three: 'group shared', bee: 'group beyond' } as const;
export const PROGRAMME_OF = { one: 'programme a', two: 'programme a', three: 'programme a', bee: 'programme b' } as const;

// Who stands above each organisation. Sessions of one, two and three are all run by CARE.
const care = ['coordinator', 'coordinatorOfCare', 'animatorOfCare'] as const;
export const teams = { one: care, two: care, three: ['coordinator', 'animatorOfOxfam'], bee: ['coordinatorOfB'] } as const;
export const sessionTeams = { one: care, two: care, three: care, bee: ['coordinatorOfB'] } as const;
export const coordinators = {
	one: ['coordinator', 'coordinatorOfCare'],
	two: ['coordinator', 'coordinatorOfCare'],
	three: ['coordinator'],
	bee: ['coordinatorOfB'],
} as const;
export const sessionCoordinators = { ...coordinators, three: ['coordinator', 'coordinatorOfCare'] } as const;
export const wholeProgramme = { one: ['coordinator'], two: ['coordinator'], three: ['coordinator'], bee: ['coordinatorOfB'] } as const;
export const leaders = { one: ['leaderOfOne'], two: ['leaderOfTwo'], three: ['leaderOfThree'], bee: ['leaderOfBee'] } as const;

type Sets = Readonly<Record<OrganisationKey, readonly Actor[]>>;

export function both(one: Sets, other: Sets): Sets {
	return { one: [...one.one, ...other.one], two: [...one.two, ...other.two], three: [...one.three, ...other.three], bee: [...one.bee, ...other.bee] };
}

export const house: Sets = { one: ['administrator'], two: ['administrator'], three: ['administrator'], bee: ['administrator'] };
export const teamsAndLeaders = both(teams, leaders);
