import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { theme } from '../programme/index.ts';

export const DECISIONS = ['accepted', 'declined', 'deferred'] as const;
export const VERDICTS = ['yes', 'partly', 'no'] as const;

/** What answers a group of needs: its kind, its record in that capability, and its neutral face. */
export const answerLink = v.object({ kind: v.string(), id, label: v.string(), on: day, state: v.picklist(['planned', 'held', 'cancelled']) });

/** A group of needs: neutral words only, read by every organisation in it. */
export const groups = defineTable('needs.groups', {
	id,
	scopeId: id,
	programmeId: id,
	heading: v.string(),
	theme,
	rank: v.nullable(v.number()),
	decision: v.nullable(v.picklist(DECISIONS)),
	reason: v.string(),
	decidedOn: v.nullable(day),
	answeredOn: v.nullable(day),
	answerWords: v.string(),
	promisedFor: v.nullable(day),
	answers: v.array(answerLink),
});

/** A need in the words of the organisation that expressed it; no other organisation reads them. */
export const needs = defineTable('needs.needs', {
	id,
	scopeId: id,
	organisationId: id,
	programmeId: id,
	words: v.string(),
	theme,
	expressedOn: day,
	/** The person who typed it for the organisation; it then waits for the organisation to confirm. */
	relayedBy: v.nullable(id),
	confirmedOn: v.nullable(day),
	groupId: v.nullable(id),
	answeredOn: v.nullable(day),
	answerWords: v.string(),
	verdict: v.nullable(v.picklist(VERDICTS)),
	verdictOn: v.nullable(day),
	verdictWords: v.string(),
});

export type Need = ReturnType<typeof needs.parse>;
export type Group = ReturnType<typeof groups.parse>;
export type AnswerLink = v.InferOutput<typeof answerLink>;
