import type { Role } from '#platform/access/roles.ts';

/** Who may record a person, and who may tell that two records are of one. */
export const permissions = {
	'people.meet': ['coordinator', 'animator', 'leader'],
	'people.merge': ['coordinator', 'animator'],
} as const satisfies Record<string, readonly Role[]>;
