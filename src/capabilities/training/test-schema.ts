import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { theme } from '../programme/index.ts';

export const MOMENTS = ['before', 'after'] as const;
export const ASPECTS = ['useful', 'clear', 'pace', 'place'] as const;
/** The answers of an evaluation, from the poorest to the best. */
export const OPINIONS = ['no', 'little', 'fairly', 'fully'] as const;

const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A question of the bank: its words, what may be answered, and which answer is right. */
export const questions = defineTable('training.questions', {
	...{ id, scopeId: id, programmeId: id, theme },
	...{ words: v.string(), choices: v.array(v.string()), answer: count, retired: v.boolean() },
});

/** The test of a session, the same before and after. */
export const tests = defineTable('training.tests', { id, scopeId: id, sessionId: id, outOf: points, questionIds: v.array(id) });

/** A person's points at a moment; none when what was written is taken back. For the team alone. */
export const scores = defineTable('training.scores', {
	...{ id, scopeId: id, sessionId: id, enrolmentId: id, moment: v.picklist(MOMENTS), points: v.nullable(points) },
});

/** Points on papers without a name, at a moment. */
export const paperScores = defineTable('training.paper_scores', {
	...{ id, scopeId: id, sessionId: id, moment: v.picklist(MOMENTS), points: v.array(points) },
});

/** How many participants gave each opinion of one aspect, from the poorest to the best. */
export const aspect = v.object({ key: v.picklist(ASPECTS), counts: v.pipe(v.array(count), v.length(OPINIONS.length)) });

/** What participants said of a session, counted from papers without names. */
export const evaluations = defineTable('training.evaluations', {
	...{ id, scopeId: id, sessionId: id, sheets: count, aspects: v.array(aspect), words: v.string() },
});

/** A certificate of attendance: of the organisation it was earned for, under the name it bears. */
export const certificates = defineTable(
	'training.certificates',
	{
		...{ id, scopeId: id, organisationId: id, partnerScopeId: id, sessionId: id, enrolmentId: id, number: v.string(), fullName: v.string() },
		...{ issuedOn: day, revokedOn: v.nullable(day), reason: v.string() },
	},
	({ partnerScopeId }) => [partnerScopeId],
);

export type Question = ReturnType<typeof questions.parse>;
export type SessionTest = ReturnType<typeof tests.parse>;
export type Score = ReturnType<typeof scores.parse>;
export type Evaluation = ReturnType<typeof evaluations.parse>;
export type Certificate = ReturnType<typeof certificates.parse>;
export type Moment = (typeof MOMENTS)[number];
