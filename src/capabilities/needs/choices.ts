// Apart from the shapes of records: pages show these words, and a phone should not load the shapes for them.

export const DECISIONS = ['accepted', 'declined', 'deferred'] as const;
export const VERDICTS = ['yes', 'partly', 'no'] as const;
/** How pressing a need is, in the field's words. */
export const URGENCIES = ['this-week', 'these-months', 'can-wait'] as const;
/** Whom a need touches, as its organisation says. */
export const TOUCHED = ['women', 'youth', 'members', 'community', 'disabled', 'returnees'] as const;
/** The kinds of answers, whichever capability brings them. */
export const ANSWER_KINDS = ['training', 'workshop', 'coaching', 'equipment', 'exchange', 'micro-project', 'advocacy'] as const;
/** What an organisation may wish for; "unsure" is an answer too. */
export const WISHES = [...ANSWER_KINDS, 'unsure'] as const;
/** Kinds of answers that are written down by hand: no capability keeps them yet. */
export const NOTED_KINDS = ['equipment', 'exchange', 'micro-project', 'advocacy'] as const;
export const ANSWER_STATES = ['planned', 'held', 'cancelled'] as const;
/** What a group's score is made of, in the order of its parts. */
export const CRITERIA = ['organisations', 'urgency', 'women-and-youth', 'age', 'aims', 'feasibility'] as const;
