import type { Role } from '#platform/access/roles.ts';

/** Who may record a person. */
export const permissions = {
	'people.meet': ['coordinator', 'animator', 'leader'],
} as const satisfies Record<string, readonly Role[]>;
