import type { Id } from '#kernel/ids.ts';
import type { Role } from '#platform/access/roles.ts';

/** The level a figure is read at: the whole programme, one partner's part, one organisation's own. */
export type Level = Readonly<{ kind: 'programme' | 'partner' | 'organisation'; id: Id }>;

type Held = Readonly<{ role: Role; scopeId: Id; scopeKind: string }>;

const MAY_READ: Readonly<Record<Level['kind'], readonly Role[]>> = {
	programme: ['coordinator', 'donor'],
	partner: ['coordinator', 'animator'],
	organisation: ['leader', 'member', 'animator', 'coordinator'],
};

/**
 * The widest level of a programme's figures that a person may read, from the roles she holds.
 * Takes the roles and the scopes of that programme; returns the level, or `undefined` for nothing at all.
 */
export function widestLevel(
	roles: readonly Held[],
	inProgramme: { programmeId: Id; partnerIds: readonly Id[]; organisationIds: readonly Id[] },
): Level | undefined {
	const ids = { programme: [inProgramme.programmeId], partner: inProgramme.partnerIds, organisation: inProgramme.organisationIds };
	for (const kind of ['programme', 'partner', 'organisation'] as const) {
		const held = roles.find(({ role, scopeId }) => MAY_READ[kind].includes(role) && ids[kind].includes(scopeId));
		if (held) return { kind, id: held.scopeId };
	}
	return undefined;
}
