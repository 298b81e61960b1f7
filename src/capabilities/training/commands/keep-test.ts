import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf, type Write } from '#platform/commands/command.ts';
import type { Fact, FactGone } from '#platform/commands/fact.ts';
import { id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { enrolments, sessions, type Enrolment, type Session } from '../schema.ts';
import { gainTold } from '../test-facts.ts';
import { aspect, evaluations, MOMENTS, paperScores, questions, scores, tests, type Score } from '../test-schema.ts';

const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const moment = v.picklist(MOMENTS);

/**
 * Says what the test of a session is: out of how many points, and which questions of the bank it asks.
 * Refuses a cancelled session, questions of another programme, and fewer points than somebody has.
 */
export const setTest = defineCommand({
	name: 'training.set-test',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({ id, sessionId: id, outOf: v.pipe(points, v.minValue(1)), questionIds: v.pipe(v.array(id), v.maxLength(60)) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, questionIds }) {
		const [before] = await records.list(tests, { sessionId });
		const asked = await Promise.all([...new Set(questionIds)].map((each) => records.find(questions, each)));
		const papers = await records.list(paperScores, { sessionId });
		const given = await records.list(scores, { sessionId });
		const most = Math.max(0, ...given.flatMap((score) => score.points ?? []), ...papers.flatMap((paper) => paper.points));
		return {
			session: await records.find(sessions, sessionId),
			before,
			asked,
			given,
			listed: await records.list(enrolments, { sessionId, withdrawn: false }),
			most,
		};
	},

	decide({ session, before, asked, given, listed, most }, { id, sessionId, outOf, questionIds }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (asked.some((question) => typeof question !== 'object' || question.programmeId !== session.programmeId))
			return refuse('platform.not-permitted');
		if (outOf < most) return refuse('training.points-above', { outOf });
		return {
			writes: [addOrPut(tests, before, { id: before?.id ?? id, scopeId: session.scopeId, sessionId, outOf, questionIds: [...new Set(questionIds)] })],
			// A gain is told in hundredths of the test: out of other points it is another.
			facts: before && before.outOf !== outOf ? gainsTold(session, listed, { outOf, scores: given }) : [],
		};
	},
});

/**
 * Writes the points of many persons at one moment, all or none; no points take back what was written. Refuses more points than the
 * test has, somebody who is not on the list, and a session whose test was not set.
 */
export const recordScores = defineCommand({
	name: 'training.record-scores',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({
		...{ sessionId: id, moment },
		scores: v.pipe(v.array(v.object({ id, enrolmentId: id, points: v.nullable(points) })), v.minLength(1), v.maxLength(500)),
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [test] = await records.list(tests, { sessionId });
		return {
			session: await records.find(sessions, sessionId),
			test,
			listed: await records.list(enrolments, { sessionId, withdrawn: false }),
			given: await records.list(scores, { sessionId }),
		};
	},

	decide({ session, test, listed, given }, { sessionId, moment, scores: asked }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		const kept = mayKeepPoints(
			session,
			test?.outOf,
			asked.flatMap((one) => one.points ?? []),
		);
		if (kept || !test) return kept ?? refuse('training.set-test-first');
		const places = new Map(listed.map((one) => [one.id, one]));
		if (asked.some(({ enrolmentId }) => !places.has(enrolmentId))) return refuse('training.not-on-the-list');
		const writes: Write[] = [];
		const facts: (Fact | FactGone)[] = [];
		for (const one of new Map(asked.map((each) => [each.enrolmentId, each])).values()) {
			const before = given.find((other) => other.enrolmentId === one.enrolmentId && other.moment === moment);
			if (!before && one.points === null) continue;
			const row: Score = { id: before?.id ?? one.id, scopeId: session.scopeId, sessionId, enrolmentId: one.enrolmentId, moment, points: one.points };
			const other = given.find((each) => each.enrolmentId === one.enrolmentId && each.moment !== moment);
			const place = places.get(one.enrolmentId);
			writes.push(addOrPut(scores, before, row));
			if (place) facts.push(gainTold(session, place, { outOf: test.outOf, scores: other ? [row, other] : [row] }));
		}
		return { writes, facts };
	},
});

/** Writes the points on papers that bear no name, at one moment; they replace what was written. Refuses as `recordScores` does. */
export const recordPaperScores = defineCommand({
	name: 'training.record-paper-scores',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({ id, sessionId: id, moment, points: v.pipe(v.array(points), v.maxLength(500)) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, moment }) {
		const [test] = await records.list(tests, { sessionId });
		const [before] = await records.list(paperScores, { sessionId, moment });
		return { session: await records.find(sessions, sessionId), test, before };
	},

	decide({ session, test, before }, { id, sessionId, moment, points }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		const kept = mayKeepPoints(session, test?.outOf, points);
		if (kept) return kept;
		return { writes: [addOrPut(paperScores, before, { id: before?.id ?? id, scopeId: session.scopeId, sessionId, moment, points })] };
	},
});

/**
 * Writes what participants said of a session, counted from papers without names; it replaces what was written.
 * Refuses an aspect twice, and more answers to one than there are papers.
 */
export const recordEvaluation = defineCommand({
	name: 'training.record-evaluation',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({
		...{ id, sessionId: id, sheets: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) },
		...{ aspects: v.pipe(v.array(aspect), v.minLength(1)), words: v.optional(paragraph(0, 2000), '') },
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [before] = await records.list(evaluations, { sessionId });
		return { session: await records.find(sessions, sessionId), before };
	},

	decide({ session, before }, { id, sheets, aspects, ...said }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (new Set(aspects.map(({ key }) => key)).size < aspects.length) return refuse('platform.not-understood');
		const over = aspects.some(({ counts }) => counts.reduce((sum, each) => sum + each, 0) > sheets);
		if (over) return refuse('training.more-answers-than-papers', { sheets });
		return { writes: [addOrPut(evaluations, before, { id: before?.id ?? id, scopeId: session.scopeId, sheets, aspects, ...said })] };
	},
});

type Given = Readonly<{ outOf: number; scores: readonly Score[] }>;

function gainsTold(session: Session, listed: readonly Enrolment[], { outOf, scores: given }: Given): readonly (Fact | FactGone)[] {
	const of = Map.groupBy(given, ({ enrolmentId }) => enrolmentId);
	return listed.flatMap((place) => (of.has(place.id) ? [gainTold(session, place, { outOf, scores: of.get(place.id) ?? [] })] : []));
}

function mayKeepPoints(session: Session, outOf: number | undefined, given: readonly number[]): Refusal | undefined {
	if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
	if (outOf === undefined) return refuse('training.set-test-first');
	return given.some((each) => each > outOf) ? refuse('training.points-above', { outOf }) : undefined;
}
