import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anEnrolment, aSession } from '../builders.ts';
import { enrolments, sessions } from '../schema.ts';
import { evaluations, paperScores, questions, scores, tests, type Score } from '../test-schema.ts';
import { recordEvaluation, recordPaperScores, recordScores, setTest } from './keep-test.ts';

const session = aSession();
const [marie, pierre] = [anEnrolment(session), anEnrolment(session)];
const test = { id: newId(), scopeId: session.scopeId, sessionId: session.id, outOf: 20, questionIds: [] };
const rows = [[sessions, session] as const, [enrolments, marie] as const, [enrolments, pierre] as const, [tests, test] as const];
const score = (moment: 'before' | 'after', given: readonly (readonly [typeof marie, number | null])[], before: readonly Score[] = []) =>
	judged(
		recordScores,
		{ sessionId: session.id, moment, scores: given.map(([{ id: enrolmentId }, points]) => ({ id: newId(), enrolmentId, points })) },
		[...rows, ...before.map((row) => [scores, row] as const)],
	);

describe('the test of a session', () => {
	it('says out of how many points it is, and asks questions of its own programme', async () => {
		const set = (more: object, others: Parameters<typeof judged>[2] = []) =>
			judged(setTest, { id: newId(), sessionId: session.id, outOf: 10, questionIds: [], ...more }, [[sessions, session], ...(others ?? [])]);
		expect(rowsInto(tests, await set({}))).toMatchObject([{ outOf: 10, scopeId: session.scopeId }]);
		const elsewhere = {
			id: newId(),
			scopeId: newId(),
			programmeId: newId(),
			theme: 'ethics',
			words: 'Qui ?',
			choices: ['a', 'b'],
			answer: 0,
			retired: false,
		};
		expect(verdictOf(await set({ questionIds: [elsewhere.id] }, [[questions, elsewhere]]))).toBe('platform.not-permitted');
		const given = { id: newId(), scopeId: session.scopeId, sessionId: session.id, enrolmentId: marie.id, moment: 'after' as const, points: 12 };
		expect(verdictOf(await set({}, [[scores, given]]))).toBe('training.points-above');
	});

	it('tells the gain of a person once both her papers are known, in hundredths', async () => {
		const first = await score('before', [
			[marie, 8],
			[pierre, 5],
		]);
		expect(first).toMatchObject({ facts: [{ gone: true }, { gone: true }] });
		const second = await score('after', [[marie, 13]], rowsInto(scores, first));
		expect(second).toMatchObject({
			facts: [{ kind: 'training.test-gain', amount: 25, personId: marie.personId, organisationId: marie.organisationId }],
		});
		const taken = await score('after', [[marie, null]], [...rowsInto(scores, first), ...rowsInto(scores, second)]);
		expect(taken).toMatchObject({ facts: [{ gone: true }] });
	});

	it('tells the gains anew when it is out of other points', async () => {
		const points = (moment: 'before' | 'after', value: number) => ({
			id: newId(),
			scopeId: session.scopeId,
			sessionId: session.id,
			enrolmentId: marie.id,
			moment,
			points: value,
		});
		const kept = [[scores, points('before', 4)] as const, [scores, points('after', 8)] as const];
		const set = (outOf: number) => judged(setTest, { id: newId(), sessionId: session.id, outOf, questionIds: [] }, [...rows, ...kept]);
		expect(await set(10)).toMatchObject({ facts: [{ kind: 'training.test-gain', amount: 40, personId: marie.personId }] });
		expect(await set(20)).toMatchObject({ facts: [] });
	});

	it('writes all or none: more points than the test has, or somebody who is not on the list, and nothing is written', async () => {
		expect(
			verdictOf(
				await score('before', [
					[marie, 8],
					[pierre, 21],
				]),
			),
		).toBe('training.points-above');
		expect(
			verdictOf(
				await score('before', [
					[marie, 8],
					[anEnrolment(session), 3],
				]),
			),
		).toBe('training.not-on-the-list');
		expect(
			verdictOf(
				await judged(
					recordScores,
					{ sessionId: session.id, moment: 'before', scores: [{ id: newId(), enrolmentId: marie.id, points: 1 }] },
					rows.slice(0, 3),
				),
			),
		).toBe('training.set-test-first');
	});

	it('keeps the points of papers without names apart', async () => {
		const papers = (points: readonly number[]) => judged(recordPaperScores, { id: newId(), sessionId: session.id, moment: 'after', points }, rows);
		expect(rowsInto(paperScores, await papers([12, 3, 20]))).toMatchObject([{ points: [12, 3, 20] }]);
		expect(verdictOf(await papers([12, 21]))).toBe('training.points-above');
	});
});

describe('the evaluation by participants', () => {
	it('counts answers on papers without names, never more than there are papers', async () => {
		const record = (counts: readonly number[]) =>
			judged(recordEvaluation, { id: newId(), sessionId: session.id, sheets: 10, aspects: [{ key: 'useful', counts }], words: 'Plus long' }, rows);
		expect(rowsInto(evaluations, await record([0, 1, 4, 5]))).toMatchObject([{ sheets: 10, words: 'Plus long' }]);
		expect(verdictOf(await record([1, 1, 4, 5]))).toBe('training.more-answers-than-papers');
	});
});
