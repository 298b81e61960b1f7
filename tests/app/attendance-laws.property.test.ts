import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId, type Id } from '#kernel/ids.ts';
import { lateCorrections } from '#capabilities/indicators/server/corrections.ts';
import { peopleTrained } from '#capabilities/indicators/server/figures.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const { alice, cyprien, care, abarimyi, programmeId } = await programmeUnderWay(house);
const { superuser } = house.database;
const PEOPLE = 4;
const HALF_DAYS = ['2026-04-10 am', '2026-04-10 pm'] as const;
const MARKS = ['present', 'late', 'absent', 'excused'] as const;

const counted = {
	programmeId,
	level: { kind: 'programme', id: programmeId },
	from: '2026-01-01' as CalendarDate,
	to: '2026-12-31' as CalendarDate,
} as const;

async function acceptedGroup(): Promise<Id> {
	const [groupId, needId] = [newId(), newId()];
	await house.does(cyprien, 'needs.express-need', {
		id: needId,
		organisationId: abarimyi,
		words: 'Tenir les comptes',
		theme: 'ethics',
		expressedOn: '2026-02-01',
	});
	await house.does(alice, 'needs.group-needs', { id: groupId, programmeId, heading: 'Comptes', theme: 'ethics', needIds: [needId] });
	await house.does(alice, 'needs.rank-groups', { programmeId, groupIds: [groupId] });
	await house.does(alice, 'needs.decide-group', { groupId, decision: 'accepted', reason: 'Demandé', decidedOn: '2026-03-01', promisedFor: null });
	return groupId;
}

const groupId = await acceptedGroup();
// The same four people at two sessions: some are one person and two participations.
const people = Array.from({ length: PEOPLE }, () => newId());
const sessions = [await aSession('FM-01'), await aSession('FM-02')];

async function aSession(code: string): Promise<{ sessionId: Id; enrolments: readonly Id[] }> {
	const sessionId = newId();
	await house.does(alice, 'training.plan-session', {
		...{ id: sessionId, partnerId: care, groupId, code, title: 'Comptes', placeScheme: '2025', placeCode: 'BI101', venue: '', halfDays: HALF_DAYS },
	});
	await house.does(alice, 'training.offer-seats', { id: newId(), sessionId, organisationId: abarimyi, seats: PEOPLE });
	const enrolments: Id[] = [];
	for (const [at, id] of people.entries()) {
		const person = { id, fullName: `Personne ${at}`, sex: at % 2 ? 'M' : 'F', birthYear: 1990 + at, phone: '' };
		enrolments.push(newId());
		await house.does(alice, 'training.take-seat', { id: enrolments[at], sessionId, organisationId: abarimyi, on: '2026-04-01', person });
	}
	return { sessionId, enrolments };
}

const marking = fc.record({
	session: fc.nat({ max: 1 }),
	person: fc.nat({ max: PEOPLE - 1 }),
	halfDay: fc.constantFrom(...HALF_DAYS),
	mark: fc.constantFrom(...MARKS),
});

async function mark({ session, person, halfDay, mark: as }: { session: number; person: number; halfDay: string; mark: string }): Promise<void> {
	const { sessionId, enrolments } = sessions[session] as (typeof sessions)[number];
	await house.does(alice, 'training.record-attendance', { id: newId(), sessionId, enrolmentId: enrolments[person], halfDay, mark: as });
}

const figure = (asOf?: number) => house.readers.asFigures((reading) => peopleTrained(reading, asOf === undefined ? counted : { ...counted, asOf }));

async function sequence(): Promise<number> {
	return Number((await superuser.query<{ last: string }>('select last_value::text as last from sync.sequence')).rows[0]?.last);
}

// The participations as the marks themselves say, without facts.
async function byTheMarks(): Promise<{ unique: number; participations: number }> {
	const { rows } = await superuser.query<{ unique: number; participations: number }>(`
		select count(distinct person_id)::int as unique, count(distinct (session_id, person_id))::int as participations
		from training.attendance where mark in ('present', 'late')`);
	return rows[0] ?? { unique: 0, participations: 0 };
}

it('counts no more persons than participations, whatever is marked and corrected; a closed figure stays, and the next report shows what came late', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(marking, { minLength: 1, maxLength: 8 }), fc.array(marking, { minLength: 1, maxLength: 8 }), async (before, after) => {
			for (const one of before) await mark(one);
			const [closedAt, closed] = [await sequence(), await figure()];
			for (const one of after) await mark(one);
			const now = await figure();
			expect(now).toMatchObject(await byTheMarks());
			expect(now.unique).toBeLessThanOrEqual(now.participations);
			expect(await figure(closedAt)).toEqual(closed);
			const { added, left } = await house.readers.asFigures((reading) => lateCorrections(reading, 'training.attended', { ...counted, closedAt }));
			expect(closed.participations + added - left).toBe(now.participations);
		}),
		{ numRuns: 25 },
	);
}, 120_000);
