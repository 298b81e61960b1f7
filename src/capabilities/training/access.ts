import type { Role } from '#platform/access/roles.ts';

/** Who may plan, fill, hold and follow a session, keep the catalogue, and carry a figure on its way to the donor. */
export const permissions = {
	'training.plan': ['coordinator'],
	'training.fill-seats': ['coordinator', 'animator', 'leader'],
	'training.keep-attendance': ['coordinator', 'animator'],
	'training.hold': ['coordinator', 'animator'],
	'training.check-practice': ['coordinator', 'animator'],
	'training.keep-catalogue': ['coordinator'],
	'training.keep-commitments': ['coordinator', 'animator'],
	'training.verify': ['coordinator', 'animator'],
	'training.publish': ['coordinator'],
	'training.keep-checklists': ['coordinator'],
	'training.coach': ['coordinator', 'animator'],
	'training.agree-visit': ['leader'],
	'training.follow-commitment': ['coordinator', 'animator', 'leader'],
	'training.mark-stays': ['coordinator', 'animator', 'leader'],
	'training.pass-on': ['coordinator', 'animator', 'leader'],
} as const satisfies Record<string, readonly Role[]>;
