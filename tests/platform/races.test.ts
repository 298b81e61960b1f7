import { describe, expect, it } from 'vitest';
import { capabilities } from '#app/capabilities.ts';
import { newId, type Id } from '#kernel/ids.ts';
import { openHouse, runCommand, type House } from '#platform/commands/runner.ts';
import type { Registry } from '#platform/commands/registry.ts';
import type { Outcome } from '#platform/commands/outcome.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const RACES = 1_000;
// A law whose lock is missing is broken within the first few; more than enough to see it.
const LOSING_RACES = 200;
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

// One house runs two commands one after the other. Two over one database are two copies of the program: their transactions meet.
type Houses = readonly [House, House];
const housesWith = (registry: Registry): Houses => [openHouse(house.database, registry), openHouse(house.database, registry)];
const locked = housesWith(capabilities);

/** What capabilities bring, with some commands that lock nothing: what the races must notice. */
function withoutLocks(...names: readonly string[]): Registry {
	const commands = new Map(capabilities.commands);
	for (const name of names) {
		const command = commands.get(name);
		if (!command?.locks) throw new Error(`${name} locks nothing as it is`);
		commands.set(name, { ...command, locks: () => [] });
	}
	return { ...capabilities, commands };
}

type Act = Readonly<{ who: Id; name: string; input: unknown }>;

/** Has two acts done at once, each in a house of its own; which goes out first is left to chance. Returns what became of each. */
async function atOnce([one, other]: Houses, acts: readonly [Act, Act]): Promise<readonly [Outcome, Outcome]> {
	const run = (at: House, { who, name, input }: Act) => runCommand(at, { personId: who }, { id: newId(), name, version: 1, input });
	if (Math.random() < 0.5) return Promise.all([run(one, acts[0]), run(other, acts[1])]);
	const second = run(other, acts[1]);
	return Promise.all([run(one, acts[0]), second]);
}

const housesWithCarelessMarks = housesWith(withoutLocks('training.record-attendance'));
const offering = (sessionId: Id, seats: number) => ({ id: newId(), sessionId, organisationId: abarimyi, seats });
const taking = (who: Id, sessionId: Id, name: string): Act => ({ who, name: 'training.take-seat', input: seatFor(sessionId, name) });

/** Two people ask for the last seat of a session. True when one has it, and the other is told that none is left. */
async function lastSeatGoesOnce(houses: Houses, sessionId: Id): Promise<boolean> {
	const outcomes = await atOnce(houses, [taking(cyprien, sessionId, 'Première'), taking(beatrice, sessionId, 'Seconde')]);
	const refused = outcomes.filter(({ refusal }) => refusal?.key === 'training.no-seat-left');
	return refused.length === 1 && outcomes.some(({ outcome }) => outcome === 'applied');
}

/** One person takes the only seat while it is taken out of the offer. True when one of the two is told that the other was first. */
async function offerHolds(houses: Houses, sessionId: Id): Promise<boolean> {
	await house.does(beatrice, 'training.offer-seats', offering(sessionId, 1));
	const [taken, lowered] = await atOnce(houses, [
		taking(cyprien, sessionId, 'La seule'),
		{ who: beatrice, name: 'training.offer-seats', input: offering(sessionId, 0) },
	]);
	return taken.outcome === 'applied' ? lowered.refusal?.key === 'training.seats-taken-already' : lowered.outcome === 'applied';
}

/** Somebody is marked present while the session is cancelled. True when one of the two is told that the other was first. */
async function nobodyIsAtACancelledSession(houses: Houses): Promise<boolean> {
	const sessionId = await sessionWithSeats(1);
	const seat = seatFor(sessionId, 'Présente');
	await house.does(cyprien, 'training.take-seat', seat);
	const mark = { id: newId(), sessionId, enrolmentId: seat.id, halfDay: '2026-03-13 am', mark: 'present' };
	const [marked, cancelled] = await atOnce(houses, [
		{ who: beatrice, name: 'training.record-attendance', input: mark },
		{ who: alice, name: 'training.cancel-session', input: { sessionId, cancelled: true } },
	]);
	if (marked.outcome === 'applied') return cancelled.refusal?.key === 'training.people-came';
	return cancelled.outcome === 'applied' && marked.refusal?.key === 'training.session-over';
}

/** Runs a race until the law is broken once. Returns after how many; undefined when it never was. */
async function broken(most: number, race: () => Promise<boolean>): Promise<number | undefined> {
	for (let at = 1; at <= most; at += 1) if (!(await race())) return at;
	return undefined;
}

describe('two people at once, through two copies of the program', () => {
	it(`race for the last seat ${RACES} times: one has it, the other is told that none is left`, { timeout: 240_000 }, async () => {
		let won = 0;
		let sessionId = '';
		for (let race = 0; race < RACES; race += 1) {
			// A session of its own for each hundred races: seats fill up from the first to the last.
			const seats = (race % 100) + 1;
			if (seats === 1) sessionId = await sessionWithSeats(0);
			await house.does(beatrice, 'training.offer-seats', offering(sessionId, seats));
			if (await lastSeatGoesOnce(locked, sessionId)) won += 1;
		}
		expect(won).toBe(RACES);
		const { rows } = await house.database.superuser.query(`select count(*)::int as taken, count(*) filter (where taken <> seats)::int as wrong from (
			select s.seats, count(e.id) as taken from training.seats s left join training.enrolments e on e.session_id = s.session_id group by s.id) each_session`);
		expect(rows).toEqual([{ taken: RACES / 100, wrong: 0 }]);
	});

	it('cannot take a seat and withdraw its offer both', { timeout: 120_000 }, async () => {
		expect(await broken(LOSING_RACES, async () => offerHolds(locked, await sessionWithSeats(1)))).toBeUndefined();
	});

	it('cannot be marked present and cancel the session both', { timeout: 120_000 }, async () => {
		expect(await broken(LOSING_RACES, () => nobodyIsAtACancelledSession(locked))).toBeUndefined();
	});

	it('would be present at a cancelled session if whoever marks did not lock it', { timeout: 120_000 }, async () => {
		expect(await broken(LOSING_RACES, () => nobodyIsAtACancelledSession(housesWithCarelessMarks))).toBeDefined();
	});

	it('would both have the last seat if whoever takes one did not lock the session', { timeout: 120_000 }, async () => {
		const careless = housesWith(withoutLocks('training.take-seat'));
		expect(await broken(LOSING_RACES, async () => lastSeatGoesOnce(careless, await sessionWithSeats(1)))).toBeDefined();
	});

	it('would sit on a seat that is offered no more if whoever offers them did not lock the session', { timeout: 120_000 }, async () => {
		const careless = housesWith(withoutLocks('training.offer-seats'));
		expect(await broken(LOSING_RACES, async () => offerHolds(careless, await sessionWithSeats(1)))).toBeDefined();
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
