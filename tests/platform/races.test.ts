import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#kernel/ids.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const RACES = 1_000;
const house = await testHouse();
const cast = await programmeUnderWay(house);
const { alice, beatrice, cyprien, abarimyi, care, programmeId } = cast;
const groupId = newId();

const needId = newId();
await house.does(cyprien, 'needs.express-need', {
	id: needId,
	organisationId: abarimyi,
	words: 'Montrer les comptes',
	theme: 'accountability',
	expressedOn: '2026-02-01',
});
await house.does(alice, 'needs.group-needs', { id: groupId, programmeId, heading: 'Comptes', theme: 'accountability', needIds: [needId] });
await house.does(alice, 'needs.rank-groups', { programmeId, groupIds: [groupId] });
await house.does(alice, 'needs.decide-group', { groupId, decision: 'accepted', reason: 'Demandé', decidedOn: '2026-02-02', promisedFor: null });

async function sessionWithSeats(seats: number): Promise<Id> {
	const sessionId = newId();
	await house.does(alice, 'training.plan-session', {
		id: sessionId,
		partnerId: care,
		groupId,
		code: sessionId.slice(-12),
		title: 'Une session',
		placeScheme: '2025',
		placeCode: 'BI101',
		halfDays: ['2026-03-13 am'],
	});
	await house.does(beatrice, 'training.offer-seats', { id: newId(), sessionId, organisationId: abarimyi, seats });
	return sessionId;
}

function seatFor(sessionId: Id, name: string) {
	return { id: newId(), sessionId, organisationId: abarimyi, person: { id: newId(), fullName: name, sex: 'F', birthYear: 1990 }, on: '2026-03-01' };
}

describe('two people at once', () => {
	it(`race for the last seat ${RACES} times: one has it, the other is told that none is left`, { timeout: 240_000 }, async () => {
		let won = 0;
		let sessionId = '';
		for (let race = 0; race < RACES; race += 1) {
			// A session of its own for each hundred races: seats fill up from the first to the last.
			const seats = (race % 100) + 1;
			if (seats === 1) sessionId = await sessionWithSeats(0);
			await house.does(beatrice, 'training.offer-seats', { id: newId(), sessionId, organisationId: abarimyi, seats });
			const both = [
				() => house.tries(cyprien, 'training.take-seat', seatFor(sessionId, `Première ${race}`)),
				() => house.tries(beatrice, 'training.take-seat', seatFor(sessionId, `Seconde ${race}`)),
			];
			if (Math.random() < 0.5) both.reverse();
			const outcomes = await Promise.all(both.map((take) => take()));
			const applied = outcomes.filter(({ outcome }) => outcome === 'applied');
			const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
			if (applied.length === 1 && refused[0]?.refusal?.key === 'training.no-seat-left') won += 1;
		}
		expect(won).toBe(RACES);
		const { rows } = await house.database.superuser.query(`select count(*)::int as taken, count(*) filter (where taken <> seats)::int as wrong from (
			select s.seats, count(e.id) as taken from training.seats s left join training.enrolments e on e.session_id = s.session_id group by s.id) each_session`);
		expect(rows).toEqual([{ taken: RACES / 100, wrong: 0 }]);
	});

	it('send one command twice at once, and again later: it happens once, and each is answered the same', async () => {
		const sessionId = await sessionWithSeats(5);
		const [input, id] = [seatFor(sessionId, 'Une seule'), newId()];
		const outcomes = await Promise.all(Array.from({ length: 8 }, () => house.numbered(id).tries(cyprien, 'training.take-seat', input)));
		outcomes.push(await house.numbered(id).tries(cyprien, 'training.take-seat', input));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 9 }, () => 'applied'));
		const { rows } = await house.database.superuser.query(
			'select (select count(*)::int from training.enrolments where session_id = $1) as seats, (select count(*)::int from audit.lines where command_id = $2) as lines',
			[sessionId, id],
		);
		expect(rows).toEqual([{ seats: 1, lines: 1 }]);
	});

	it('are not told of each other’s commands: the same number under another name is refused without a word of the first', async () => {
		const [input, id] = [
			{ id: newId(), organisationId: abarimyi, words: 'Un secret de Cyprien', theme: 'other', expressedOn: '2026-02-09' },
			newId(),
		];
		expect((await house.numbered(id).tries(cyprien, 'needs.express-need', input)).outcome).toBe('applied');
		const stolen = await house.numbered(id).tries(beatrice, 'needs.express-need', input);
		expect(stolen).toEqual({ id, outcome: 'refused', refusal: { kind: 'refusal', key: 'platform.number-taken', params: {} } });
		expect(await house.numbered(id).tries(cyprien, 'needs.express-need', { ...input, words: 'Autre chose' })).toMatchObject({ outcome: 'refused' });
	});
});

describe('a command that is refused', () => {
	it('changes no row, and stays refused when it is sent again', async () => {
		const [input, id] = [
			{ id: newId(), organisationId: abarimyi, words: 'Montrer les comptes', theme: 'accountability', expressedOn: '2026-02-08' },
			newId(),
		];
		const first = await house.numbered(id).tries(cyprien, 'needs.express-need', input);
		expect(first.refusal).toMatchObject({ key: 'needs.already-said', params: { on: '2026-02-01' } });
		expect(await house.numbered(id).tries(cyprien, 'needs.express-need', input)).toEqual(first);
		const { rows } = await house.database.superuser.query('select count(*)::int as rows from needs.needs where id = $1', [input.id]);
		expect(rows).toEqual([{ rows: 0 }]);
	});

	it('is the same for what does not exist and for what one may not see', async () => {
		const strange = { needId: newId(), confirmedOn: '2026-03-01' };
		const [nothing, hidden] = [
			await house.tries(cast.domitille, 'needs.confirm-need', strange),
			await house.tries(cast.domitille, 'needs.confirm-need', { ...strange, needId }),
		];
		expect(nothing.refusal).toEqual(hidden.refusal);
	});
});
