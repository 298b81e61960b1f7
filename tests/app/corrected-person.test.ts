import { expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { peopleTrained } from '#capabilities/indicators/server/figures.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const { alice, care, abarimyi, programmeId } = await programmeUnderWay(house);
const { superuser } = house.database;

it('a correction of a person moves the figure of today, and not the one of a period that was closed before', async () => {
	const [groupId, sessionId, enrolmentId, personId] = [newId(), newId(), newId(), newId()];
	const cyprien = await house.person('Cyprien', 'leader', abarimyi);
	const need = { id: newId(), organisationId: abarimyi, words: 'Tenir les comptes', theme: 'ethics', expressedOn: '2026-02-01' };
	await house.does(cyprien, 'needs.express-need', need);
	await house.does(alice, 'needs.group-needs', { id: groupId, programmeId, heading: 'Comptes', theme: 'ethics', needIds: [need.id] });
	await house.does(alice, 'needs.rank-groups', { programmeId, groupIds: [groupId] });
	const decided = { decision: 'accepted', reason: 'Demandé', decidedOn: '2026-03-01', promisedFor: '2026-06-01' };
	await house.does(alice, 'needs.decide-group', { groupId, ...decided });
	await house.does(alice, 'training.plan-session', {
		...{ id: sessionId, partnerId: care, groupId, code: 'FM-01', title: 'Comptes', placeScheme: '2025', placeCode: 'BI101', venue: '' },
		halfDays: ['2026-04-10 am'],
	});
	await house.does(alice, 'training.offer-seats', { id: newId(), sessionId, organisationId: abarimyi, seats: 2 });
	const person = { id: personId, fullName: 'Nahimana Dieudonne', sex: 'F', birthYear: 1990, phone: '' };
	await house.does(alice, 'training.take-seat', { id: enrolmentId, sessionId, organisationId: abarimyi, on: '2026-04-01', person });
	await house.does(alice, 'training.record-attendance', { id: newId(), sessionId, enrolmentId, halfDay: '2026-04-10 am', mark: 'present' });
	const closed = Number((await superuser.query<{ last: string }>('select last_value::text as last from sync.sequence')).rows[0]?.last);
	const counted = {
		programmeId,
		level: { kind: 'programme', id: programmeId },
		from: '2026-01-01' as CalendarDate,
		to: '2026-12-31' as CalendarDate,
	} as const;
	const womenAt = (asOf?: number) =>
		house.readers
			.asFigures((reading) => peopleTrained(reading, asOf === undefined ? counted : { ...counted, asOf }))
			.then(({ women, unique }) => [women, unique]);

	expect(await womenAt()).toEqual([1, 1]);
	await house.does(alice, 'people.correct-person', {
		personId,
		sex: { was: 'F', becomes: 'M' },
		fullName: { was: person.fullName, becomes: 'Nahimana Dieudonné' },
	});
	expect(await womenAt()).toEqual([0, 1]);
	expect(await womenAt(closed)).toEqual([1, 1]);
});
