import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { persons } from '../../people/index.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, enrolments, seats, sessions } from '../schema.ts';
import { giveSeatBack, takeSeat } from './take-seat.ts';

const session = aSession();
const organisationId = newId();
const offer = { id: newId(), scopeId: organisationId, sessionId: session.id, organisationId, partnerScopeId: session.scopeId, seats: 1 };
const person = { id: newId(), fullName: 'Domitille Nduwimana', sex: 'F', birthYear: 1990, phone: '' };
const asked = { id: newId(), sessionId: session.id, organisationId, person, on: '2026-04-01' };
const standing = [
	[sessions, session],
	[seats, offer],
] as const;

describe('take a seat', () => {
	it('records the person met and her place, and lets the session’s partner see her', async () => {
		const decision = await judged(takeSeat, asked, standing);
		expect(rowsInto(persons, decision)).toMatchObject([{ fullName: 'Domitille Nduwimana', scopeId: organisationId }]);
		expect(rowsInto(enrolments, decision)).toMatchObject([{ personId: person.id, onTheSpot: false, withdrawn: false }]);
		expect(decision).toMatchObject({
			writes: expect.arrayContaining([expect.objectContaining({ kind: 'show', id: person.id, scope: session.scopeId })]) as unknown,
		});
	});

	it('refuses when the organisation’s seats are all taken', async () => {
		const decision = await judged(takeSeat, asked, [...standing, [enrolments, anEnrolment(session, { organisationId })]]);
		expect(decision).toMatchObject({ key: 'training.no-seat-left', params: { seats: 1 } });
	});

	it('refuses a person who has a seat, and gives hers again to one who gave it back', async () => {
		const mine = anEnrolment(session, { organisationId, personId: person.id });
		expect(verdictOf(await judged(takeSeat, asked, [...standing, [enrolments, mine]]))).toBe('training.seat-twice');
		const back = { ...mine, withdrawn: true };
		expect(rowsInto(enrolments, await judged(takeSeat, asked, [...standing, [enrolments, back]]))).toEqual([{ ...mine, withdrawn: false }]);
	});

	it('refuses where no seat was offered, for a session that is over, and another organisation’s person', async () => {
		expect(verdictOf(await judged(takeSeat, asked, [[sessions, session]]))).toBe('training.no-seat-offered');
		expect(
			verdictOf(
				await judged(takeSeat, asked, [
					[sessions, { ...session, state: 'held' }],
					[seats, offer],
				] as never),
			),
		).toBe('training.session-over');
		const elsewhere = { ...person, scopeId: newId(), organisationId: newId(), metOn: '2026-01-01' };
		expect(verdictOf(await judged(takeSeat, asked, [...standing, [persons, elsewhere]]))).toBe('platform.not-permitted');
	});
});

describe('give a seat back', () => {
	const mine = anEnrolment(session, { organisationId });
	const back = { enrolmentId: mine.id, organisationId };

	it('keeps the row, withdrawn', async () => {
		expect(
			rowsInto(
				enrolments,
				await judged(giveSeatBack, back, [
					[sessions, session],
					[enrolments, mine],
				]),
			),
		).toEqual([{ ...mine, withdrawn: true }]);
	});

	it('refuses for another organisation’s seat', async () => {
		const theirs = { ...back, organisationId: newId() };
		expect(
			verdictOf(
				await judged(giveSeatBack, theirs, [
					[sessions, session],
					[enrolments, mine],
				]),
			),
		).toBe('platform.not-permitted');
	});

	it('refuses for a person who was there', async () => {
		expect(
			verdictOf(
				await judged(giveSeatBack, back, [
					[sessions, session],
					[enrolments, mine],
					[attendance, aMark(mine)],
				]),
			),
		).toBe('training.people-came');
	});
});
