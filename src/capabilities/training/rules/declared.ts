import type { Id } from '#kernel/ids.ts';
import type { Declaration } from '../activity-schema.ts';
import type { Session } from '../schema.ts';

/** What is declared of a held session, not verified nor published yet. Declared anew, what was verified no longer stands. */
export function declared(
	id: Id,
	session: Pick<Session, 'id' | 'scopeId'>,
	{ declaredOn, declaredBy, persons }: Pick<Declaration, 'declaredOn' | 'declaredBy' | 'persons'>,
): Declaration {
	return {
		...{ id, scopeId: session.scopeId, sessionId: session.id, declaredOn, declaredBy, persons },
		...{ verifiedOn: null, verifiedBy: null, sample: [], asked: null, confirmed: null, words: '', publishedOn: null, publishedBy: null },
	};
}

/** How far a session's figures are gone on their way to the donor. */
export const STANDINGS = ['declared', 'verified', 'published'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a declaration stands; a held session without one was declared before declarations were kept. */
export function standingOf(declaration: Pick<Declaration, 'verifiedOn' | 'publishedOn'> | undefined): Standing {
	if (declaration?.publishedOn) return 'published';
	return declaration?.verifiedOn ? 'verified' : 'declared';
}
