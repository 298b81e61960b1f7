import type { Role } from '#platform/access/roles.ts';

/** Who may speak, relay, confirm, group, decide, answer and judge the answer. */
export const permissions = {
	'needs.express': ['leader'],
	'needs.relay': ['animator', 'coordinator'],
	'needs.confirm': ['leader'],
	'needs.put-again': ['leader', 'animator', 'coordinator'],
	'needs.group': ['coordinator'],
	'needs.decide': ['coordinator'],
	'needs.answer': ['coordinator'],
	'needs.judge-answer': ['leader'],
} as const satisfies Record<string, readonly Role[]>;
