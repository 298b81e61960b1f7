import type { Role } from '#platform/access/roles.ts';

/** Who may shape a programme's frame. */
export const permissions = {
	'programme.open': ['administrator'],
	'programme.shape': ['administrator', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>;
