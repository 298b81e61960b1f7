import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId, type Id } from '#kernel/ids.ts';
import { needsAnswered, organisationsSupported, peopleByPlaceAndQuarter, peopleTrained } from '#capabilities/indicators/server/figures.ts';
import { listPersonsOf } from '#capabilities/people/server/reads.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { likelyTwins } from '#capabilities/registry/server/twins.ts';
import { codedRows, countRows } from '#capabilities/indicators/server/rows.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const cast = await programmeUnderWay(house);
const { superuser } = house.database;
const { alice, programmeId } = cast;
const on = '2026-05-01';

type Pair = Readonly<{ id: Id; one_id: Id; other_id: Id; scope_id: Id; state: string; score: number; stands_id: Id | null }>;

async function pairsOf(kind: 'registry' | 'people'): Promise<readonly Pair[]> {
	return (await superuser.query<Pair>(`select * from ${kind}.twins where programme_id = $1 order by id`, [programmeId])).rows;
}

async function register(name: string, partnerId: Id, more: object = {}): Promise<Id> {
	const id = newId();
	const face = { kind: 'association', placeScheme: '2025', placeCode: 'BI102', membersWomen: 5, membersMen: 5, registeredOn: '2026-01-10' };
	await house.does(alice, 'registry.register-organisation', { id, partnerId, name, ...face, ...more });
	return id;
}

// Four records of one association under two partners, and one that is another.
const names = [
	['Twiyungunganye', cast.care],
	['Twiyunguganye', cast.care],
	['TWIYUNGUNGANYE asbl', cast.oxfam],
	['Association Twiyungunganye', cast.oxfam],
	['Abadahigwa', cast.oxfam],
] as const;
const organisations: Id[] = [];
for (const [name, partner] of names) organisations.push(await register(name, partner));
const [first = '', second = '', third = '', , fifth = ''] = organisations;

const group = newId();
const needs = organisations.map(() => newId());
for (const [at, id] of needs.entries()) {
	const leader = await house.person(`Leader${'abcde'[at]}`, 'leader', organisations[at] as Id);
	const words = { words: `Tenir les comptes ${at}`, theme: 'credit-and-income', expressedOn: '2026-02-01' };
	await house.does(leader, 'needs.express-need', { id, organisationId: organisations[at], ...words });
}
await house.does(alice, 'needs.group-needs', { id: group, programmeId, heading: 'Comptes', theme: 'credit-and-income', needIds: needs });
await house.does(alice, 'needs.rank-groups', { programmeId, groupIds: [group] });
await house.does(alice, 'needs.decide-group', {
	groupId: group,
	decision: 'accepted',
	reason: 'Demandé',
	decidedOn: '2026-03-01',
	promisedFor: '2026-06-01',
});
await house.does(alice, 'needs.answer-group', { groupId: group, words: 'Une formation', answeredOn: '2026-03-09' });

// One person met under four spellings, in two sessions of two communes; another beside her.
const met = ['Ndayizeye Jean-Bosco', 'Jean Bosco NDAYIZEYE', 'Ndayizeye J.-Bosco', 'Ndayizeye Jean Bosko', 'Kaneza Divine'] as const;
const persons = met.map(() => newId());
for (const [code, placeCode, day] of [
	['FM-01', 'BI102', '2026-04-10'],
	['FM-02', 'BI201', '2026-07-02'],
] as const) {
	const sessionId = newId();
	const session = { id: sessionId, partnerId: cast.care, groupId: group, code, title: 'Comptes', placeScheme: '2025', placeCode, venue: '' };
	await house.does(alice, 'training.plan-session', { ...session, halfDays: [`${day} am`] });
	for (const [at, fullName] of met.entries()) {
		if (code === 'FM-02' && at === 3) continue;
		const organisationId = organisations[at];
		const enrolmentId = newId();
		await house.does(alice, 'training.offer-seats', { id: newId(), sessionId, organisationId, seats: 1 });
		const person = { id: persons[at], fullName, sex: at === 4 ? 'F' : 'M', birthYear: 1985 + (at % 2), phone: '' };
		await house.does(alice, 'training.take-seat', { id: enrolmentId, sessionId, organisationId, person, on: '2026-04-01' });
		await house.does(alice, 'training.record-attendance', { id: newId(), sessionId, enrolmentId, halfDay: `${day} am`, mark: 'present' });
	}
}

async function everyFigure(asOf?: number) {
	const figures = [];
	for (const level of [
		{ kind: 'programme', id: programmeId },
		{ kind: 'partner', id: cast.care },
		{ kind: 'partner', id: cast.oxfam },
		{ kind: 'organisation', id: first },
	] as const) {
		const counted = { programmeId, level, from: '2026-01-01' as CalendarDate, to: '2026-12-31' as CalendarDate, ...(asOf !== undefined && { asOf }) };
		figures.push(
			await house.readers.asFigures(async (reading) => ({
				organisations: await organisationsSupported(reading, counted),
				people: await peopleTrained(reading, counted),
				places: await peopleByPlaceAndQuarter(reading, counted),
				answers: await needsAnswered(reading, counted),
				rows: await countRows(reading, 'training.attended', counted),
				coded: await codedRows(reading, 'training.attended', counted),
			})),
		);
	}
	return figures;
}

const commands = {
	registry: { merge: 'registry.merge-organisations', part: 'registry.part-organisations', apart: 'registry.tell-organisations-apart' },
	people: { merge: 'people.merge-persons', part: 'people.part-persons', apart: 'people.tell-persons-apart' },
} as const;
type Kind = keyof typeof commands;

const merge = (kind: Kind, twinId: Id, stands: 'one' | 'other' = 'one') =>
	house.tries(alice, commands[kind].merge, { id: newId(), programmeId, twinId, stands, on });
const part = (kind: Kind, twinId: Id) => house.tries(alice, commands[kind].part, { id: newId(), programmeId, twinId, on });

async function partAll(): Promise<void> {
	for (const kind of ['registry', 'people'] as const)
		for (const { id, state } of await pairsOf(kind)) if (state === 'merged') expect((await part(kind, id)).outcome).toBe('applied');
}

describe('twins', () => {
	it('are proposed as records are written, and what is another is not', async () => {
		const found = await pairsOf('registry');
		expect(found.flatMap(({ one_id, other_id }) => [one_id, other_id])).not.toContain(organisations[4]);
		// Four records of one: six pairs.
		expect(found).toHaveLength(6);
		expect((await pairsOf('people')).length).toBe(6);
	});

	it('belong to the partner that accompanies both, and else to the programme', async () => {
		const scopes = new Map((await pairsOf('registry')).map(({ one_id, other_id, scope_id }) => [`${one_id} ${other_id}`, scope_id]));
		expect(scopes.get([first, second].sort().join(' '))).toBe(cast.care);
		expect(scopes.get([first, third].sort().join(' '))).toBe(programmeId);
	});

	it('are counted once when a person says that they are one, and twice again when she takes it back', async () => {
		const before = await everyFigure();
		const { rows } = await superuser.query<{ at: string }>('select last_value as at from sync.sequence');
		const asOf = Number(rows[0]?.at);
		for (const kind of ['registry', 'people'] as const) for (const { id } of await pairsOf(kind)) await merge(kind, id);
		const [merged] = await everyFigure();
		expect(before[0]?.organisations).toBe(5);
		expect(merged?.organisations).toBe(2);
		expect([before[0]?.people.unique, before[0]?.people.participations]).toEqual([5, 9]);
		// Four records of one man at two sessions, and a woman at two.
		expect([merged?.people.unique, merged?.people.participations]).toEqual([2, 4]);
		expect(new Set(merged?.coded.map(({ organisation }) => organisation)).size).toBe(2);
		// A closed period stays what it was.
		expect(await everyFigure(asOf)).toEqual(before);
		await partAll();
		expect(await everyFigure()).toEqual(before);
	});

	it('cannot be merged twice, parted when they are two, or told apart while they are one', async () => {
		const [ab, ac, bc] = (await pairsOf('registry')).filter(
			({ one_id, other_id }) => [first, second, third].includes(one_id) && [first, second, third].includes(other_id),
		);
		expect((await part('registry', ab?.id ?? '')).refusal?.key).toBe('people.not-one');
		expect((await merge('registry', ab?.id ?? '')).outcome).toBe('applied');
		expect((await merge('registry', ac?.id ?? '')).outcome).toBe('applied');
		expect((await merge('registry', bc?.id ?? '')).refusal?.key).toBe('people.already-one');
		const apart = { programmeId, twinId: ab?.id, on };
		expect((await house.tries(alice, commands.registry.apart, apart)).refusal?.key).toBe('people.one-now');
		await partAll();
		expect((await house.tries(alice, commands.registry.apart, apart)).outcome).toBe('applied');
		expect((await house.tries(alice, commands.registry.apart, apart)).refusal?.key).toBe('people.two-already');
		// Whoever erred says that they are one after all.
		expect((await merge('registry', ab?.id ?? '')).outcome).toBe('applied');
		await partAll();
	});

	it('are shown, before another is registered, to who sees them and no further', async () => {
		const compared = {
			names: [{ name: 'Twiyungunganye', acronym: '' }],
			kind: 'association',
			place: '2025:BI102',
			colline: '',
			acts: [],
			phones: [],
		};
		const alike = (who: Id) => house.readers.as(who, (reading) => likelyTwins(reading, programmeId, compared));
		expect((await alike(alice)).map(({ id }) => id).sort()).toEqual(organisations.slice(0, 4).sort());
		expect((await alike(cast.beatrice)).map(({ id }) => id).sort()).toEqual([first, second].sort());
		expect(await alike(cast.evariste)).toEqual([]);
	});

	it('stand once in a list, and are found by either name', async () => {
		const pair = (await pairsOf('registry')).find(({ one_id, other_id }) => [first, second].sort().join() === [one_id, other_id].join());
		const stands = pair?.one_id === first ? 'one' : 'other';
		expect((await merge('registry', pair?.id ?? '', stands)).outcome).toBe('applied');
		const listed = (words: string, who = alice, each = false) =>
			house.readers.as(who, async (reading) => (await listOrganisations(reading, { programmeId, words, each })).map(({ id }) => id));
		expect(await listed('', cast.beatrice)).not.toContain(second);
		expect(await listed('', cast.beatrice, true)).toContain(second);
		expect(await listed('Twiyunguganye')).toContain(first);
		expect(await listed('Twiyunguganye')).not.toContain(second);
		// Its own leader sees no other: hers stands for itself.
		const leader = await house.person('Leaderofsecond', 'leader', second);
		expect(await listed('', leader)).toEqual([second]);
		await partAll();
		expect(await listed('', cast.beatrice)).toContain(second);
	});

	it('among the people of one organisation stand once on its page', async () => {
		const [one, other] = [newId(), newId()];
		const met = (id: Id, fullName: string) => ({ organisationId: fifth, metOn: '2026-03-01', person: { id, fullName, sex: 'F', birthYear: 1991 } });
		await house.does(alice, 'people.meet-person', met(one, 'Mbonimpa Aline'));
		await house.does(alice, 'people.meet-person', met(other, 'Aline MBONIMPA'));
		const pair = (await pairsOf('people')).find(({ one_id, other_id }) => [one, other].sort().join() === [one_id, other_id].join());
		expect(pair?.scope_id).toBe(fifth);
		const listed = () => house.readers.as(alice, async (reading) => (await listPersonsOf(reading, fifth)).map(({ id }) => id));
		expect(await listed()).toEqual(expect.arrayContaining([one, other]));
		expect((await merge('people', pair?.id ?? '', pair?.one_id === one ? 'one' : 'other')).outcome).toBe('applied');
		expect(await listed()).toContain(one);
		expect(await listed()).not.toContain(other);
		await partAll();
	});

	it('of two partners are decided by those of the programme alone', async () => {
		const across = (await pairsOf('registry')).find(({ scope_id }) => scope_id === programmeId);
		const within = (await pairsOf('registry')).find(({ scope_id }) => scope_id === cast.care);
		const asked = (twin: Pair | undefined) => ({ id: newId(), programmeId, twinId: twin?.id, stands: 'one', on });
		expect((await house.tries(cast.beatrice, commands.registry.merge, asked(across))).refusal?.key).toBe('platform.not-permitted');
		expect((await house.tries(cast.beatrice, commands.registry.merge, asked(within))).outcome).toBe('applied');
		await partAll();
	});
});

describe('merging, then undoing', () => {
	it('is the identity on every figure, whatever else was merged and undone before', async () => {
		const pairs = { registry: await pairsOf('registry'), people: await pairsOf('people') };
		const step = fc.record({ kind: fc.constantFrom<Kind>('registry', 'people'), at: fc.nat(5), act: fc.constantFrom('one', 'other', 'part') });
		const done = async ({ kind, at, act }: { kind: Kind; at: number; act: 'one' | 'other' | 'part' }) => {
			const twinId = pairs[kind][at % pairs[kind].length]?.id ?? '';
			return { kind, twinId, act, outcome: (act === 'part' ? await part(kind, twinId) : await merge(kind, twinId, act)).outcome };
		};
		let applied = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 7 }), step, async (steps, last) => {
				await partAll();
				for (const one of steps) await done(one);
				const before = await everyFigure();
				const merged = await done({ ...last, act: last.act === 'part' ? 'one' : last.act });
				if (merged.outcome === 'applied') applied += 1;
				if (merged.outcome === 'applied') expect((await part(merged.kind, merged.twinId)).outcome).toBe('applied');
				expect(await everyFigure()).toEqual(before);
			}),
			{ numRuns: 15 },
		);
		expect(applied).toBeGreaterThan(5);
		await partAll();
	});

	it('leaves each record standing for itself', async () => {
		const { rows } = await superuser.query(
			'select 1 from facts.same_as where left_at is null union all select 1 from registry.stand_ins where stands_id is not null',
		);
		expect(rows).toEqual([]);
	});
});
