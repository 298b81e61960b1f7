import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { persons, type Person } from '../../people/index.ts';
import { aChecklist, heldVisit } from '../coaching-builders.ts';
import { commitments, visits, type Commitment, type Visit } from '../coaching-schema.ts';
import { followCommitment, makeCommitment } from './make-commitment.ts';

const visit = heldVisit(aChecklist());
const asked = { id: newId(), visitId: visit.id, words: 'Tenir le cahier chaque semaine', personName: 'Domitille', dueOn: '2026-06-30' };
const judge = (more: object = {}, of: Visit = visit, people: readonly Person[] = []) =>
	judged(makeCommitment, { ...asked, ...more }, [[visits, of], ...people.map((person) => [persons, person] as const)]);

describe('make a commitment', () => {
	it('keeps what, who by her name, and by which day', async () => {
		expect(rowsInto(commitments, await judge())).toMatchObject([
			{
				words: asked.words,
				personName: 'Domitille',
				personId: null,
				dueOn: '2026-06-30',
				state: 'open',
				followedOn: null,
				scopeId: visit.organisationId,
			},
		]);
	});

	it('names a person known of the organisation as she is known, and no one else’s', async () => {
		const known = aPerson({ organisationId: visit.organisationId });
		expect(rowsInto(commitments, await judge({ personId: known.id, personName: '' }, visit, [known]))).toMatchObject([
			{ personId: known.id, personName: known.fullName },
		]);
		const elsewhere = aPerson();
		expect(verdictOf(await judge({ personId: elsewhere.id }, visit, [elsewhere]))).toBe('platform.not-permitted');
	});

	it('refuses without a person, and a day before the visit', async () => {
		expect(verdictOf(await judge({ personName: '' }))).toBe('training.coaching-who');
		expect(verdictOf(await judge({ dueOn: '2026-05-03' }))).toBe('training.coaching-due-before');
	});

	it('refuses once the visit was agreed, or cancelled', async () => {
		expect(verdictOf(await judge({}, { ...visit, agreedOn: calendarDate('2026-05-04') }))).toBe('training.coaching-agreed-already');
		expect(verdictOf(await judge({}, { ...visit, state: 'cancelled' }))).toBe('training.coaching-cancelled');
	});
});

describe('follow a commitment', () => {
	const follow = async (state: string, on = '2026-06-20') => {
		const [open] = rowsInto(commitments, await judge()) as [Commitment];
		return judged(followCommitment, { commitmentId: open.id, state, on }, [
			[commitments, open],
			[visits, visit],
		]);
	};

	it('is done, given up, or not yet, on a day', async () => {
		expect(rowsInto(commitments, await follow('done'))).toMatchObject([{ state: 'done', followedOn: '2026-06-20' }]);
		expect(rowsInto(commitments, await follow('dropped'))).toMatchObject([{ state: 'dropped', followedOn: '2026-06-20' }]);
		expect(rowsInto(commitments, await follow('open'))).toMatchObject([{ state: 'open', followedOn: '2026-06-20' }]);
	});

	it('refuses a day before the visit it was made at', async () => {
		expect(verdictOf(await follow('done', '2026-05-01'))).toBe('training.coaching-followed-before');
	});
});
