import type { Role } from '#platform/access/roles.ts';

/** Who may plan, fill, hold and follow a session. */
export const permissions = {
	'training.plan': ['coordinator'],
	'training.fill-seats': ['coordinator', 'animator', 'leader'],
	'training.keep-attendance': ['coordinator', 'animator'],
	'training.hold': ['coordinator', 'animator'],
	'training.check-practice': ['coordinator', 'animator'],
} as const satisfies Record<string, readonly Role[]>;
