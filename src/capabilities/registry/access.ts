import type { Role } from '#platform/access/roles.ts';

/** Who may register and correct organisations; consent to publish is the organisation's own, typed by it or for it. */
export const permissions = {
	'registry.register': ['coordinator', 'animator'],
	'registry.import': ['coordinator', 'animator'],
	'registry.correct': ['coordinator', 'animator', 'leader'],
	'registry.keep-history': ['coordinator', 'animator', 'leader'],
	'registry.merge': ['coordinator', 'animator'],
	'registry.consent': ['coordinator', 'animator', 'leader'],
} as const satisfies Record<string, readonly Role[]>;
