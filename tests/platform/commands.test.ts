import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const cast = await programmeUnderWay(house);

async function needOf(leader: string, organisationId: string, words: string) {
	const id = newId();
	await house.does(leader, 'needs.express-need', { id, organisationId, words, theme: 'accountability', expressedOn: '2026-02-01' });
	return id;
}

describe('the thread', () => {
	it('goes from a need to a person counted', async () => {
		const { alice, beatrice, cyprien, domitille, abarimyi, twitezimbere, care, programmeId } = cast;
		const first = await needOf(cyprien, abarimyi, 'Personne ne sait montrer le cahier');
		const second = newId();
		await house.does(beatrice, 'needs.relay-need', {
			id: second,
			organisationId: twitezimbere,
			words: 'Nous aussi',
			theme: 'accountability',
			expressedOn: '2026-02-03',
		});
		await house.does(domitille, 'needs.confirm-need', { needId: second, confirmedOn: '2026-02-05' });
		const groupId = newId();
		await house.does(alice, 'needs.group-needs', {
			id: groupId,
			programmeId,
			heading: 'Tenir et montrer les comptes',
			theme: 'accountability',
			needIds: [first, second],
		});
		await house.does(alice, 'needs.rank-groups', { programmeId, groupIds: [groupId] });
		await house.does(alice, 'needs.decide-group', {
			groupId,
			decision: 'accepted',
			reason: 'Deux organisations le disent',
			decidedOn: '2026-02-10',
			promisedFor: '2026-03-30',
		});
		await house.does(alice, 'needs.answer-group', { groupId, words: 'Une formation de deux jours', answeredOn: '2026-02-11' });
		const sessionId = newId();
		await house.does(alice, 'training.plan-session', {
			id: sessionId,
			partnerId: care,
			groupId,
			code: 'fm-0001',
			title: 'Tenir les comptes',
			placeScheme: '2025',
			placeCode: 'BI101',
			halfDays: ['2026-03-13 am', '2026-03-13 pm'],
		});
		await house.does(beatrice, 'training.offer-seats', { id: newId(), sessionId, organisationId: abarimyi, seats: 2 });
		const [personId, enrolmentId] = [newId(), newId()];
		await house.does(cyprien, 'training.take-seat', {
			id: enrolmentId,
			sessionId,
			organisationId: abarimyi,
			person: { id: personId, fullName: 'Barampama Agnès', sex: 'F', birthYear: 1990 },
			on: '2026-03-01',
		});
		await house.does(beatrice, 'training.record-attendance', { id: newId(), sessionId, enrolmentId, halfDay: '2026-03-13 am', mark: 'present' });
		await house.does(beatrice, 'training.hold-session', { sessionId, heldOn: '2026-03-13' });
		await house.does(beatrice, 'training.check-practice', {
			id: newId(),
			sessionId,
			organisationId: abarimyi,
			checkedOn: '2026-09-14',
			finding: 'applied',
			evidence: 'Cahier vu',
		});

		const { rows } = await house.readers.as(cyprien, (reading) =>
			sql<{ kind: string }>`select kind from facts.facts where left_at is null order by kind`.execute(reading),
		);
		expect(rows.map(({ kind }) => kind)).toEqual(['needs.answered', 'needs.expressed', 'training.attended', 'training.practice-checked']);
		const mine = await house.readers.as(domitille, (reading) => sql<{ words: string }>`select words from needs.needs`.execute(reading));
		expect(mine.rows).toEqual([{ words: 'Nous aussi' }]);
		const group = await house.readers.as(domitille, (reading) =>
			sql<{ answers: { state: string }[] }>`select answers from needs.groups`.execute(reading),
		);
		expect(group.rows[0]?.answers[0]?.state).toBe('held');
	});
});
