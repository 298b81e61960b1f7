import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { persons } from '../../people/index.ts';
import { passings, type Passing } from '../after-schema.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, sessions } from '../schema.ts';
import { passOn, strikePassing } from './pass-on.ts';

const session = aSession({ state: 'held', heldOn: '2026-04-10' as never });
const organisationId = newId();
const [domitille, aline] = [aPerson({ organisationId }), aPerson({ organisationId, fullName: 'Aline' })];
const mark = aMark(anEnrolment(session, { organisationId, personId: domitille.id }));
const asked = {
	id: newId(),
	sessionId: session.id,
	organisationId,
	giverId: domitille.id,
	passedOn: '2026-05-02',
	knownIds: [aline.id],
	newcomers: [],
	others: 12,
};
const judge = (more: object = {}, before: readonly Passing[] = []) =>
	judged(passOn, { ...asked, ...more }, [
		[sessions, session],
		[attendance, mark],
		[persons, domitille],
		[persons, aline],
		...before.map((passing) => [passings, passing] as const),
	]);

describe('pass a training on', () => {
	it('keeps to whom by name and to how many more, and counts it as told', async () => {
		const decision = await judge();
		expect(rowsInto(passings, decision)).toMatchObject([{ giverId: domitille.id, personIds: [aline.id], others: 12, struck: false }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.passed-on', amount: 13 }] });
	});

	it('records somebody met now with the least that counts her once', async () => {
		const newcomer = { id: newId(), fullName: 'Goreth', sex: 'F', birthYear: null };
		expect(rowsInto(persons, await judge({ newcomers: [newcomer] }))).toMatchObject([{ fullName: 'Goreth', organisationId }]);
	});

	it('goes on from one who had it from one who came, and from nobody else', async () => {
		const onwards = { id: newId(), giverId: aline.id, knownIds: [], others: 3 };
		expect(verdictOf(await judge(onwards))).toBe('training.after-had-it-not');
		const before = rowsInto(passings, await judge());
		expect(verdictOf(await judge(onwards, before))).toBe('applied');
	});

	it('refuses nobody, herself, a person of another organisation, and a day before the training', async () => {
		expect(verdictOf(await judge({ knownIds: [], others: 0 }))).toBe('training.after-to-nobody');
		expect(verdictOf(await judge({ knownIds: [domitille.id] }))).toBe('training.after-to-herself');
		expect(verdictOf(await judge({ organisationId: newId() }))).toBe('platform.not-permitted');
		expect(verdictOf(await judge({ knownIds: [newId()] }))).toBe('platform.not-permitted');
		expect(verdictOf(await judge({ passedOn: '2026-04-09' }))).toBe('training.held-before-first-day');
	});
});

describe('strike a telling out', () => {
	it('keeps it, counts it no more, and counts it again when it is restored', async () => {
		const [passing] = rowsInto(passings, await judge()) as [Passing];
		const strike = (struck: boolean) =>
			judged(strikePassing, { passingId: passing.id, struck }, [
				[passings, passing],
				[sessions, session],
			]);
		expect(rowsInto(passings, await strike(true))).toEqual([{ ...passing, struck: true }]);
		expect(await strike(true)).toMatchObject({ facts: [{ gone: true }] });
		expect(await strike(false)).toMatchObject({ facts: [{ amount: 13 }] });
	});
});
