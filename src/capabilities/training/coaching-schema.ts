import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';

/** What a point is worth: 0 not yet, 1 in part, 2 in place; `null` where it does not apply to this organisation. */
export const score = v.nullable(v.picklist([0, 1, 2]));
export const COMMITMENT_STATES = ['open', 'done', 'dropped'] as const;

/** A point of a checklist, with the plain words of what deserves 0, 1 and 2. */
const point = v.object({ id, words: line(3, 200), anchors: v.tuple([line(1, 240), line(1, 240), line(1, 240)]) });

/** The sections of a checklist: what each weighs, and its points. Ids stay from version to version, so that a point is followed. */
export const sections = v.pipe(
	v.array(
		v.object({
			...{ id, title: line(2, 120), weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) },
			points: v.pipe(v.array(point), v.minLength(1), v.maxLength(40)),
		}),
	),
	v.minLength(1),
	v.maxLength(20),
);

/** One version of a checklist: never changed, since visits were scored with it. */
export const checklists = defineTable('training.checklists', {
	...{ id, scopeId: id, programmeId: id, familyId: id, version: v.number(), name: v.string(), credit: v.string() },
	...{ sections, madeOn: day },
});

/** A coaching visit to one organisation, with the version of the checklist it is scored with, and who agreed how. */
export const visits = defineTable('training.visits', {
	...{ id, scopeId: id, programmeId: id, organisationId: id, checklistId: id, plannedFor: day, coachName: v.string() },
	/** What it answers, if a need, and what it follows, if a training. */
	...{ groupId: v.nullable(id), sessionId: v.nullable(id) },
	...{ state: v.picklist(['planned', 'held', 'cancelled']), heldOn: v.nullable(day) },
	...{ scores: v.record(v.string(), score), percent: v.nullable(v.number()) },
	...{ agreedOn: v.nullable(day), agreedHow: v.nullable(v.picklist(['on-the-spot', 'own-account'])) },
	...{ agreedName: v.string(), agreedDuty: v.string(), agreedBy: v.nullable(id) },
});

/** What was corrected of an agreed visit, and why; the visit itself stays as it was agreed. */
export const visitCorrections = defineTable('training.visit_corrections', {
	...{ id, scopeId: id, visitId: id, organisationId: id, number: v.number(), correctedOn: day, correctedBy: id, why: v.string() },
	...{ scores: v.record(v.string(), score), percent: v.number() },
});

/** What somebody of the organisation will do by a day, said during a visit; followed on a day: done, given up, or open still. */
export const commitments = defineTable('training.commitments', {
	...{ id, scopeId: id, visitId: id, organisationId: id, words: v.string(), personId: v.nullable(id), personName: v.string(), dueOn: day },
	...{ state: v.picklist(COMMITMENT_STATES), followedOn: v.nullable(day) },
});

export type Checklist = ReturnType<typeof checklists.parse>;
export type Section = Checklist['sections'][number];
export type Point = Section['points'][number];
export type Score = v.InferOutput<typeof score>;
/** Scores by the id of their point; a point without one was not looked at yet. */
export type Scores = Readonly<Record<string, Score>>;
export type Visit = ReturnType<typeof visits.parse>;
export type VisitCorrection = ReturnType<typeof visitCorrections.parse>;
export type Commitment = ReturnType<typeof commitments.parse>;
