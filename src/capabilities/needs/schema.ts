import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { theme } from '../programme/index.ts';
import { ANSWER_STATES, DECISIONS, TOUCHED, URGENCIES, VERDICTS, WISHES, type CRITERIA } from './choices.ts';

const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5));
/** How much each criterion weighs: 0 leaves it out, 5 is the most. */
export const weights = v.object({
	organisations: weight,
	urgency: weight,
	'women-and-youth': weight,
	age: weight,
	aims: weight,
	feasibility: weight,
});

/** What answers a group of needs: its kind, its record in that capability, and its neutral face; `noted` when it was written down by hand. */
export const answerLink = v.object({
	kind: v.string(),
	id,
	label: v.string(),
	on: day,
	state: v.picklist(ANSWER_STATES),
	noted: v.optional(v.boolean()),
});

/** What was decided and told of a group before it was reopened, and why it was. */
export const round = v.object({
	decision: v.nullable(v.picklist(DECISIONS)),
	reason: v.string(),
	decidedOn: v.nullable(day),
	answeredOn: v.nullable(day),
	answerWords: v.string(),
	promisedFor: v.nullable(day),
	reopenedOn: day,
	reopenedWhy: v.string(),
});

/** A group of needs: neutral words only, read by every organisation in it. */
export const groups = defineTable('needs.groups', {
	id,
	scopeId: id,
	programmeId: id,
	heading: v.string(),
	theme,
	rank: v.nullable(v.number()),
	/** Why it was moved by hand; empty when it stands where the score, or its turn, put it. */
	rankReason: v.string(),
	rankedOn: v.nullable(day),
	/** Since when every organisation of the programme may read its heading and say "us too". */
	openedOn: v.nullable(day),
	aimsMark: v.nullable(v.number()),
	feasibilityMark: v.nullable(v.number()),
	markWords: v.string(),
	decision: v.nullable(v.picklist(DECISIONS)),
	reason: v.string(),
	decidedOn: v.nullable(day),
	lookAgainOn: v.nullable(day),
	answeredOn: v.nullable(day),
	answerWords: v.string(),
	promisedFor: v.nullable(day),
	answers: v.array(answerLink),
	rounds: v.array(round),
});

/** An answer that was given before the group was reopened, with what the author said of it. */
export const earlierAnswer = v.object({
	answeredOn: day,
	answerWords: v.string(),
	verdict: v.nullable(v.picklist(VERDICTS)),
	verdictOn: v.nullable(day),
	verdictWords: v.string(),
});

/** A need in the words of the organisation that expressed it; no other organisation reads them. */
export const needs = defineTable('needs.needs', {
	id,
	scopeId: id,
	organisationId: id,
	programmeId: id,
	words: v.string(),
	theme,
	urgency: v.nullable(v.picklist(URGENCIES)),
	touched: v.array(v.picklist(TOUCHED)),
	touchedCount: v.nullable(v.number()),
	wished: v.nullable(v.picklist(WISHES)),
	expressedOn: day,
	/** The person who typed it for the organisation; it then waits for the organisation to confirm. */
	relayedBy: v.nullable(id),
	confirmedOn: v.nullable(day),
	takenBackOn: v.nullable(day),
	groupId: v.nullable(id),
	answeredOn: v.nullable(day),
	answerWords: v.string(),
	verdict: v.nullable(v.picklist(VERDICTS)),
	verdictOn: v.nullable(day),
	verdictWords: v.string(),
	earlierAnswers: v.array(earlierAnswer),
});

/** What all organisations of a programme may read of a group that is open to them: neutral columns, and no count under five. */
export const headings = defineTable('needs.headings', {
	id,
	scopeId: id,
	programmeId: id,
	groupId: id,
	heading: v.string(),
	theme,
	isOpen: v.boolean(),
	openedOn: day,
	organisations: v.nullable(v.number()),
});

/** How the groups of a programme are put in order and how long an answer may take: one row a setting, the newest holds. */
export const weightings = defineTable('needs.weightings', {
	id,
	scopeId: id,
	programmeId: id,
	number: v.number(),
	weights,
	answerWithinDays: v.number(),
	reason: v.string(),
	setOn: day,
	setBy: id,
});

export type Need = ReturnType<typeof needs.parse>;
export type Group = ReturnType<typeof groups.parse>;
export type Heading = ReturnType<typeof headings.parse>;
export type Weighting = ReturnType<typeof weightings.parse>;
export type AnswerLink = v.InferOutput<typeof answerLink>;
export type Criterion = (typeof CRITERIA)[number];
export type Weights = v.InferOutput<typeof weights>;
