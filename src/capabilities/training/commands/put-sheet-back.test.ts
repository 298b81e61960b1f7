import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { persons } from '../../people/index.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, enrolments, sessions, typedSheets, type Attendance, type TypedSheet } from '../schema.ts';
import { putSheetBack } from './put-sheet-back.ts';

const session = aSession();
const [stayed, came] = [aPerson(), aPerson()];
const hers = anEnrolment(session, { organisationId: stayed.organisationId, personId: stayed.id, duty: 'Présidente' });
const added = anEnrolment(session, { organisationId: came.organisationId, personId: came.id, onTheSpot: true });
const [absent, present] = [aMark(hers, 'absent'), aMark(added)];
const typed: TypedSheet = {
	...{ id: newId(), scopeId: session.scopeId, sessionId: session.id, typedOn: '2026-04-12' as never, putBack: false },
	rows: [
		{
			...{ enrolmentId: hers.id, enrolled: false, duty: { was: '', became: 'Présidente' } },
			marks: [{ id: absent.id, was: 'present', became: 'absent' }],
		},
		{ enrolmentId: added.id, enrolled: true, duty: null, marks: [{ id: present.id, was: 'none', became: 'present' }] },
	],
};
const judge = (marks: readonly Attendance[] = [absent, present], given: Partial<TypedSheet> = {}, of = session) =>
	judged(putSheetBack, { typedId: typed.id, sessionId: session.id }, [
		...([stayed, came].map((person) => [persons, person]) as never[]),
		...([hers, added].map((place) => [enrolments, place]) as never[]),
		...(marks.map((mark) => [attendance, mark]) as never[]),
		...([
			[sessions, of],
			[typedSheets, { ...typed, ...given }],
		] as never[]),
	]);

describe('put a typed sheet back', () => {
	it('takes those it added from the list, and says again what was said before', async () => {
		const decision = await judge();
		expect(rowsInto(enrolments, decision)).toEqual([
			{ ...hers, duty: '' },
			{ ...added, withdrawn: true },
		]);
		expect(rowsInto(attendance, decision)).toEqual([
			{ ...absent, mark: 'present' },
			{ ...present, mark: 'none' },
		]);
		expect(rowsInto(typedSheets, decision)).toMatchObject([{ putBack: true }]);
	});

	it('counts whoever was there before, and no more whoever it had added', async () => {
		expect(await judge()).toMatchObject({ facts: [{ personId: stayed.id }, { gone: true }] });
	});

	it('does nothing the second time', async () => {
		expect(await judge([absent, present], { putBack: true })).toEqual({ writes: [] });
	});

	it('refuses when somebody changed a mark since, and puts nothing back', async () => {
		expect(await judge([{ ...absent, mark: 'late' }, present])).toMatchObject({ key: 'training.sheet-changed-since', params: { count: 1 } });
	});

	it('refuses when somebody else marked a person it had added', async () => {
		const since = { ...aMark(added), halfDay: '2026-04-10 pm' };
		expect(verdictOf(await judge([absent, present, since]))).toBe('training.sheet-changed-since');
	});

	it('refuses what was typed into another session, and a session that was cancelled', async () => {
		expect(verdictOf(await judge([absent, present], { sessionId: newId() }))).toBe('platform.not-permitted');
		expect(verdictOf(await judge([absent, present], {}, { ...session, state: 'cancelled' }))).toBe('training.session-over');
	});
});
