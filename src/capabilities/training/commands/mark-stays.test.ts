import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { persons } from '../../people/index.ts';
import { stays, type Stay } from '../after-schema.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, sessions, type Session } from '../schema.ts';
import { markStays } from './mark-stays.ts';

const held = aSession({ state: 'held', heldOn: '2026-04-10' as never });
const organisationId = newId();
const [domitille, aline] = [aPerson({ organisationId }), aPerson({ organisationId, fullName: 'Aline' })];
const came = [domitille, aline].map(({ id }) => aMark(anEnrolment(held, { organisationId, personId: id })));
const asked = { sessionId: held.id, organisationId, moment: 3, goneIds: [aline.id], seenOn: '2026-07-12' };
const judge = (more: object = {}, session: Session = held, before: readonly Stay[] = []) =>
	judged(markStays, { ...asked, ...more }, [
		[sessions, session],
		[persons, domitille],
		[persons, aline],
		...came.map((mark) => [attendance, mark] as const),
		...before.map((stay) => [stays, stay] as const),
	]);

describe('mark who is still there', () => {
	it('says it of all who came, but those named, and counts each', async () => {
		const decision = await judge();
		expect(rowsInto(stays, decision).map(({ personId, stillThere }) => [personId, stillThere])).toEqual([
			[domitille.id, true],
			[aline.id, false],
		]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.still-there', amount: 1 }, { amount: 0 }] });
	});

	it('said again of the same moment, changes what was said; another moment is a finding of its own', async () => {
		const before = rowsInto(stays, await judge());
		const again = rowsInto(stays, await judge({ goneIds: [] }, held, before));
		expect(again.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(again.every(({ stillThere }) => stillThere)).toBe(true);
		expect(rowsInto(stays, await judge({ moment: 6 }, held, before)).map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
	});

	it('refuses a person who did not come, a session not held, a day before its last, and an organisation of which nobody came', async () => {
		expect(verdictOf(await judge({ goneIds: [newId()] }))).toBe('platform.not-permitted');
		expect(verdictOf(await judge({}, { ...held, state: 'planned', heldOn: null }))).toBe('training.not-held-yet');
		expect(verdictOf(await judge({ seenOn: '2026-04-09' }))).toBe('training.held-before-last-day');
		expect(verdictOf(await judge({ organisationId: newId() }))).toBe('training.sent-nobody');
	});
});
