import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { capabilities } from '#app/capabilities.ts';
import { newId } from '#kernel/ids.ts';
import { catalog } from '#words/fr.ts';
import { forget, startProgram } from '../support/program.ts';
import { cookieOf, personAt } from './sign-in.ts';

const program = await startProgram();
const alice = personAt(program.address, await cookieOf(program, 'alice'));

afterAll(async () => {
	await program.stop();
	forget(program.dataFolder);
});

const NAMES = [...capabilities.commands.keys()];

type Outcome = Readonly<{ id?: string; outcome?: string; refusal?: Readonly<{ key: string }> }>;

/** Sends a body as a command; returns what is wrong with the answer, or nothing. */
async function faultOf(body: string): Promise<string | undefined> {
	const response = await alice.send('/api/commands', body);
	const text = await response.text();
	if (response.status >= 500) return `${response.status}: ${text.slice(0, 200)}`;
	if (response.status !== 200) return response.status === 400 || response.status === 413 ? undefined : `${response.status}`;
	const { outcome, refusal } = JSON.parse(text) as Outcome;
	if (outcome === 'refused' && refusal && refusal.key in catalog.messages) return undefined;
	return outcome === 'applied' ? 'it was applied' : `no sentence is known for ${text.slice(0, 200)}`;
}

function command(name: string, input: unknown, more: object = {}): string {
	return JSON.stringify({ id: newId(), name, version: 1, input, ...more });
}

const ABSURD_INPUTS: readonly unknown[] = [
	...[null, 0, '', [], {}, true, 'x'.repeat(100_000), Array.from({ length: 10_000 }, () => newId())],
	{ id: newId(), programmeId: '../../etc/passwd', partnerId: newId(), organisationId: "' or 1=1 --", sessionId: 12, needId: {}, groupId: [] },
	{
		id: newId(),
		name: 5,
		words: { $ne: null },
		heading: ['a'],
		seats: -1,
		amountCents: 1e308,
		registeredOn: '3016-01-01',
		on: '2026-02-30',
		halfDays: ['x'],
	},
	JSON.parse('{"__proto__": {"role": "administrator"}, "constructor": {"prototype": {"id": 1}}, "id": "x"}'),
];

describe('absurd commands', () => {
	it.each(NAMES)('%s refuses what is not its input, in words', async (name) => {
		const faults = await Promise.all(ABSURD_INPUTS.map((input) => faultOf(command(name, input))));
		expect(faults.filter(Boolean)).toEqual([]);
	});

	it('are refused when their envelope is not one', async () => {
		const bodies = [
			...['', '{', 'null', '[]', '"x"', '{"id":"x"}', '{}', '\u0000', '[[[['.repeat(5_000), `{"id":"${newId()}","name":1}`],
			command('no.such-command', {}),
			command('needs.express-need', {}, { version: 2 }),
			command('needs.express-need', {}, { version: 1e999 }),
			command('__proto__', {}),
			command('needs.express-need', {}, { id: 'not-an-id' }),
			command('x'.repeat(5_000), {}),
			...[1.5, 0, -3, 1e12].map((version) => command('needs.express-need', {}, { version })),
			...['needs.\u0000', '\uD83D', 'needs.\uD83Dx', `${'x'.repeat(59)}💥`].map((name) => command(name, {})),
			`{"id":"${newId()}","name":"needs.express-need","version":1,"input":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
		];
		expect((await Promise.all(bodies.map(faultOf))).filter(Boolean)).toEqual([]);
	});

	it('of any shape are answered, never with a failure of the program', async () => {
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...NAMES), fc.jsonValue({ maxDepth: 4 }), async (name, input) => {
				expect(await faultOf(command(name, input))).toBeUndefined();
			}),
			{ numRuns: 150, seed: 2026 },
		);
	});

	it('with the fields of a command and absurd values in them are refused too', async () => {
		const day = fc.constantFrom('3016-01-01', '0000-00-00', '-0044-03-15', '2026-13-45', 'demain', '1e9');
		const value = fc.oneof(
			day,
			fc.string({ unit: 'binary', maxLength: 50 }),
			fc.double(),
			fc.constant(newId()),
			fc.constant(null),
			fc.bigInt().map(String),
		);
		const input = fc.record(
			Object.fromEntries(
				[
					'organisationId',
					'programmeId',
					'sessionId',
					'needId',
					'groupId',
					'words',
					'theme',
					'expressedOn',
					'on',
					'seats',
					'person',
					'name',
					'kind',
				].map((key) => [key, value]),
			),
		);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...NAMES), input, async (name, fields) => {
				expect(await faultOf(command(name, { id: newId(), ...fields }))).toBeUndefined();
			}),
			{ numRuns: 150, seed: 2027 },
		);
	});

	it('sent by a phone are refused one by one, or not understood at all', async () => {
		const phone = { p: 1, d: newId(), e: 1 };
		const sent = NAMES.map((name) => ({ i: newId(), n: name, v: 1, d: { id: 'x' } }));
		const response = await alice.send('/api/sync', JSON.stringify({ ...phone, o: sent.slice(0, 40) }));
		expect(response.status).toBe(200);
		const text = await response.text();
		expect(text.match(/"refused"/g)).toHaveLength(Math.min(40, NAMES.length));
		const wrong = [
			{},
			{ ...phone, p: 2 },
			{ ...phone, c: -1 },
			{ ...phone, n: 1e9 },
			{ ...phone, n: 1.5 },
			{ ...phone, c: 1e300 },
			{ ...phone, e: 0.5 },
			{ ...phone, d: 'x' },
		];
		const many = { ...phone, o: Array.from({ length: 10_000 }, () => sent[0]) };
		for (const body of [...wrong, many]) expect([400, 413]).toContain((await alice.send('/api/sync', JSON.stringify(body))).status);
	});

	it('among others of one request harm none of them', async () => {
		const [good, absurd] = [newId(), Array.from({ length: 6 }, () => newId())];
		const o = [
			...[1, null, { n: 'needs.express-need' }, { i: 'x', n: 'a.b', v: 1, d: {} }],
			{ i: absurd[0], n: 'needs.express-need', v: 1.5, d: {} },
			{ i: absurd[1], n: 'needs.\u0000', v: 1, d: {} },
			{ i: good, n: 'needs.express-need', v: 1, d: { id: 'x' } },
			{ i: absurd[2], n: 'x'.repeat(500), v: 1, d: {} },
			{ i: absurd[3], n: 5, v: 'one' },
			{ i: absurd[4], n: 'needs.express-need', v: 1, d: 'nested' },
			{ i: absurd[5], n: '\uD83D', v: 1e12, d: null },
		];
		const nested = '['.repeat(30_000) + ']'.repeat(30_000);
		const body = JSON.stringify({ p: 1, d: newId(), e: 1, o, x: [1, { k: 1 }] }).replace('"nested"', nested);
		const response = await alice.send('/api/sync', body);
		expect(response.status).toBe(200);
		const { r } = (await response.json()) as { r: readonly (readonly [string, string, { key: string }])[] };
		expect(r.map(([id, said, { key }]) => [id, said, key])).toEqual(
			[absurd[0], absurd[1], good, ...absurd.slice(2)].map((id) => [
				id,
				'refused',
				id === good ? 'platform.not-understood' : 'platform.unknown-command',
			]),
		);
	});

	it('that were sealed and are damaged harm nobody', async () => {
		const x = [
			{ k: 'AAAA', n: 'AAAA', c: 'AAAA' },
			{ k: '', n: '', c: '' },
			{ k: '%%%', n: '💥', c: 'x'.repeat(5_000) },
		];
		const response = await alice.send('/api/sync', JSON.stringify({ p: 1, d: newId(), e: 1, x }));
		expect(response.status).toBe(200);
	});

	it('larger than anything we send are told so', async () => {
		const response = await alice.send('/api/commands', command('needs.express-need', 'x'.repeat(2_000_000)));
		expect(response.status).toBe(413);
	});
});
