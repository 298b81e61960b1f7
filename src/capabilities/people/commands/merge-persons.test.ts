import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import type { Decision } from '#platform/commands/command.ts';
import { aTwin } from '../builders.ts';
import { standIns, twinKeys, twins } from '../schema.ts';
import { mergePersons, partPersons, tellPersonsApart } from './merge-persons.ts';

const programmeId = newId();
const [care, oxfam, home] = [newId(), newId(), newId()];
const [one, other, third] = [newId(1), newId(2), newId(3)];

function metAt(personId: string, partnerId: string, organisationId: string) {
	const keys = { place: '2025:BI101', whole: '', longest: '', phone: '' };
	return [twinKeys, { id: newId(), scopeId: organisationId, programmeId, partnerId, organisationId, personId, ...keys }] as const;
}

const met = [metAt(one, care, home), metAt(other, care, home), metAt(third, oxfam, newId())] as const;
const twin = aTwin(one, other, { programmeId });
const asked = { id: newId(), programmeId, twinId: twin.id, stands: 'other', on: '2026-05-01' };
const merged = { ...twin, state: 'merged' as const, standsId: other, rank: 1, decidedOn: '2026-05-01' as never, decidedBy: newId() };

function toldBy(decision: Decision) {
	return typeof decision === 'string' || isRefusal(decision) ? [] : (decision.same ?? []);
}

describe('merge persons', () => {
	it('moves nothing: it says who stands for whom, and what is counted as whom', async () => {
		const decision = await judged(mergePersons, asked, [...met, [twins, twin]]);
		expect(rowsInto(twins, decision)).toMatchObject([{ state: 'merged', standsId: other, rank: 1, decidedOn: '2026-05-01' }]);
		// Both came for one organisation: it sees that they are one.
		expect(rowsInto(standIns, decision)).toEqual([{ id: asked.id, scopeId: home, recordId: one, standsId: other }]);
		expect(toldBy(decision)).toEqual([{ id: one, countedAs: other }]);
	});

	it('takes with it all that were told to be one before', async () => {
		const across = aTwin(other, third, { programmeId });
		const before = { id: newId(), scopeId: home, recordId: one, standsId: other };
		const decision = await judged(mergePersons, { ...asked, twinId: across.id }, [...met, [twins, merged], [twins, across], [standIns, before]]);
		expect(new Map(toldBy(decision).map(({ id, countedAs }) => [id, countedAs]))).toEqual(
			new Map([
				[one, third],
				[other, third],
			]),
		);
		// The third came for another partner's organisation: only the programme sees both.
		expect(rowsInto(standIns, decision).map(({ scopeId }) => scopeId)).toEqual([programmeId, programmeId]);
	});

	it('refuses two that are one already, also through a third', async () => {
		const [through, last] = [
			aTwin(other, third, { ...merged, id: newId(), standsId: third, rank: 2, oneId: other, otherId: third }),
			aTwin(one, third, { programmeId }),
		];
		expect(verdictOf(await judged(mergePersons, asked, [...met, [twins, merged]]))).toBe('people.already-one');
		expect(verdictOf(await judged(mergePersons, { ...asked, twinId: last.id }, [...met, [twins, merged], [twins, through], [twins, last]]))).toBe(
			'people.already-one',
		);
	});

	it('refuses a pair of another programme than it says', async () => {
		expect(verdictOf(await judged(mergePersons, { ...asked, programmeId: newId() }, [...met, [twins, twin]]))).toBe('platform.not-permitted');
	});
});

describe('part persons', () => {
	const { stands: _, ...undo } = asked;

	it('gives each back what it was', async () => {
		const before = { id: newId(), scopeId: home, recordId: one, standsId: other };
		const decision = await judged(partPersons, undo, [...met, [twins, merged], [standIns, before]]);
		expect(rowsInto(twins, decision)).toEqual([twin]);
		expect(rowsInto(standIns, decision)).toEqual([{ ...before, standsId: null }]);
		expect(toldBy(decision)).toEqual([{ id: one, countedAs: null }]);
	});

	it('refuses two that were not told to be one', async () => {
		expect(verdictOf(await judged(partPersons, undo, [...met, [twins, twin]]))).toBe('people.not-one');
	});
});

describe('tell persons apart', () => {
	const { stands: _, id: __, ...told } = asked;

	it('keeps them from being proposed again', async () => {
		expect(rowsInto(twins, await judged(tellPersonsApart, told, [[twins, twin]]))).toMatchObject([{ state: 'different', decidedOn: '2026-05-01' }]);
	});

	it('refuses two that are one, and two that were told apart', async () => {
		expect(verdictOf(await judged(tellPersonsApart, told, [[twins, merged]]))).toBe('people.one-now');
		const apart = { ...twin, state: 'different' as const, decidedOn: '2026-05-01' as never };
		expect(verdictOf(await judged(tellPersonsApart, told, [[twins, apart]]))).toBe('people.two-already');
	});
});
