import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { aServer, boxes, markBox, marks, openBox, putStones, type ModelServer } from './builders.ts';
import { enrol, listPlaces } from './enrolment.ts';
import { aPhone, dumpOf, type Fault } from './faulty-phone/builders.ts';
import { receive } from './receiving.ts';
import { startNotebook, unlockNotebook, type Notebook } from './notebook.ts';

const PIN = '270815';
let server: ModelServer;
const beatrice = newId();
const scope = newId();

beforeEach(async () => {
	server = await aServer();
	server.scopes.set(beatrice, new Set([scope]));
});

function opened(answer: Notebook | Refusal): Notebook {
	if (isRefusal(answer)) throw new Error(answer.key);
	return answer;
}

async function beatricesPhone(faults: Fault[] = []) {
	const session = { account: beatrice as string | undefined };
	const phone = await aPhone({ name: newId(), server, session, faults });
	return { phone, session, notebook: opened(await startNotebook(phone, PIN)) };
}

function aBox(label = 'CANARY-LABEL') {
	const box = { id: newId(), scopeId: scope, stones: 0, label };
	server.put(boxes, box);
	return box;
}

describe('saving on the phone', () => {
	it('keeps what was saved without network, shows it, and sends it when the network is back', async () => {
		const box = aBox();
		const faults: Fault[] = [];
		const { notebook } = await beatricesPhone(faults);
		await notebook.sendNow();
		faults.push('lost');
		expect(await notebook.perform(putStones, { boxId: box.id, stones: 3 })).toMatchObject({ kind: 'saved' });
		await notebook.sendNow();
		expect(notebook.status()).toMatchObject({ state: 'waiting', unsent: 1, why: 'no-network' });
		expect(notebook.find(boxes, box.id)?.stones).toBe(3);
		await notebook.sendNow();
		expect(notebook.status()).toMatchObject({ state: 'sent', unsent: 0 });
		expect(notebook.find(boxes, box.id)?.stones).toBe(3);
		expect(server.applied()).toHaveLength(1);
		expect((await notebook.listSent(5)).map(({ name }) => name)).toEqual(['stones.put']);
	});

	it('refuses at once what the rule refuses, and keeps nothing of it', async () => {
		const box = aBox();
		const { notebook } = await beatricesPhone();
		await notebook.sendNow();
		expect(await notebook.perform(putStones, { boxId: box.id, stones: 10 })).toEqual(refuse('stones.too-many', { most: 9 }));
		expect(notebook.tray()).toEqual([]);
	});

	it('lets the server decide what the phone does not hold', async () => {
		const box = aBox();
		const { notebook } = await beatricesPhone();
		expect(await notebook.perform(putStones, { boxId: box.id, stones: 2 })).toMatchObject({ kind: 'saved' });
		expect(notebook.find(boxes, box.id)).toBeUndefined();
		await notebook.sendNow();
		expect(notebook.find(boxes, box.id)?.stones).toBe(2);
	});

	it('finds everything again after the phone was switched off', async () => {
		const { phone, notebook } = await beatricesPhone();
		const boxId = newId();
		await notebook.perform(openBox, { boxId, scopeId: scope, label: 'à garder' });
		await notebook.draft.keep('brouillon', { half: 'typed' });
		notebook.close();
		const [place] = await listPlaces(phone);
		const again = opened(await unlockNotebook(phone, place?.person ?? '', PIN));
		expect(again.find(boxes, boxId)?.label).toBe('à garder');
		expect(await again.draft.find('brouillon')).toEqual({ half: 'typed' });
		expect(again.person).toMatchObject({ id: beatrice, name: 'Béatrice CANARY' });
	});
});

describe('what the server refuses or cannot take', () => {
	it('stays readable with its reason; what touches it waits, the rest goes', async () => {
		const { notebook } = await beatricesPhone();
		const [bad, good] = [newId(), newId()];
		server.whim = ({ d }) => ((d as { boxId: string }).boxId === bad ? refuse('stones.not-now') : undefined);
		await notebook.perform(openBox, { boxId: bad, scopeId: scope, label: 'mauvais' });
		await notebook.sendNow();
		server.whim = () => undefined;
		await notebook.perform(openBox, { boxId: good, scopeId: scope, label: 'bon' });
		await notebook.perform(putStones, { boxId: good, stones: 4 });
		await notebook.perform(putStones, { boxId: bad, stones: 4 });
		await notebook.sendNow();
		expect(notebook.tray()).toMatchObject([
			{ state: 'refused', input: { label: 'mauvais' }, refusal: { key: 'stones.not-now' } },
			{ state: 'parked', input: { boxId: bad } },
		]);
		expect(notebook.find(boxes, good)?.stones).toBe(4);
		expect(notebook.status()).toMatchObject({ state: 'refused', refused: 1, unsent: 1 });

		await notebook.putAside(notebook.tray()[0]?.id ?? '');
		await notebook.sendNow();
		expect(notebook.tray()).toMatchObject([{ state: 'refused', refusal: { key: 'stones.no-box' } }]);
	});

	it('holds back the one command the server stumbles over, and sends the others', async () => {
		const { phone, notebook } = await beatricesPhone();
		const ids = [1, 2, 3, 4, 5].map(() => newId());
		server.whim = ({ d }) => ((d as { boxId: string }).boxId === ids[2] ? 'crash' : undefined);
		for (const boxId of ids) await notebook.perform(openBox, { boxId, scopeId: scope, label: 'x' });
		await notebook.sendNow();
		expect(server.applied()).toHaveLength(4);
		expect(notebook.tray()).toMatchObject([{ input: { boxId: ids[2] } }]);
		server.whim = () => undefined;
		await notebook.sendNow();
		expect(server.applied()).toHaveLength(4);
		phone.passTime(3_600_000);
		await notebook.sendNow();
		expect(server.applied()).toHaveLength(5);
	});

	it('asks again later for what the server held', async () => {
		const { phone, notebook } = await beatricesPhone();
		server.whim = ({ n }) => (n === 'stones.open' ? 'held' : undefined);
		const [boxId, other] = [newId(), aBox()];
		await notebook.sendNow();
		await notebook.perform(openBox, { boxId, scopeId: scope, label: 'x' });
		await notebook.perform(markBox, { id: newId(), boxId });
		await notebook.perform(markBox, { id: newId(), boxId: other.id });
		await notebook.sendNow();
		server.whim = () => undefined;
		phone.passTime(3_600_000);
		await notebook.sendNow();
		expect(notebook.tray()).toEqual([]);
		expect(notebook.list(marks)).toHaveLength(2);
	});

	it('says whose session it is when another person has signed in since, and sends nothing under her name', async () => {
		const { session, notebook } = await beatricesPhone();
		await notebook.perform(openBox, { boxId: newId(), scopeId: scope, label: 'x' });
		session.account = newId();
		await notebook.sendNow();
		expect(notebook.status()).toMatchObject({ state: 'waiting', why: 'somebody-else' });
		expect(server.applied()).toEqual([]);
		session.account = undefined;
		await notebook.sendNow();
		expect(notebook.status().why).toBe('sign-in');
		expect(notebook.tray()).toHaveLength(1);
	});
});

describe('two senders', () => {
	it('an answer to what was asked before another one stored its own changes nothing', async () => {
		const phone = await aPhone({ name: newId(), server, session: { account: beatrice } });
		const desk = await enrol(phone, PIN);
		if (isRefusal(desk)) throw new Error(desk.key);
		const answer = { e: 3, c: 7, t: { 'stones.boxes': [{ id: newId(), scopeId: scope, stones: 1, label: 'x' }] } };
		expect(await receive(desk, answer, { rev: desk.now.rev - 1, at: undefined })).toBe(false);
		const stored = await phone.raw.get('meta', [desk.person, 'position']);
		await phone.raw.put('meta', { ...stored, rev: desk.now.rev + 1 }, [desk.person, 'position']);
		expect(await receive(desk, answer, { rev: desk.now.rev, at: undefined })).toBe(false);
		expect([desk.now.position.cursor, desk.now.base.size, await phone.raw.count('base')]).toEqual([0, 0, 0]);
	});
});

describe('the weight of an exchange', () => {
	it('asks once with few bytes when nothing is new, and takes a changed row in less than a kilobyte', async () => {
		const box = aBox();
		const bodies: string[] = [];
		const real = await aPhone({ name: newId(), server, session: { account: beatrice } });
		const counted = {
			...real,
			around: {
				...real.around,
				post: async (path: string, body: string) => {
					const reply = await real.around.post(path, body);
					bodies.push(body, reply.text);
					return reply;
				},
			},
		};
		const notebook = opened(await startNotebook(counted, PIN));
		await notebook.sendNow();
		bodies.length = 0;
		await notebook.sendNow();
		expect(bodies).toHaveLength(2);
		expect(bodies.join('').length).toBeLessThanOrEqual(300);
		const changed = { ...box, stones: 1 };
		server.put(boxes, changed);
		bodies.length = 0;
		await notebook.sendNow();
		expect(bodies.join('').length).toBeLessThanOrEqual(1024);
	});
});

describe('what a copied phone tells', () => {
	it('shows neither names, words, ids nor tables in anything the browser stores', async () => {
		const box = aBox();
		const { phone, notebook } = await beatricesPhone();
		await notebook.sendNow();
		await notebook.perform(putStones, { boxId: box.id, stones: 1, label: 'CANARY-TYPED' });
		await notebook.draft.keep('CANARY-DRAFT', 'CANARY-DRAFTED');
		server.whim = () => refuse('stones.CANARY-WHY');
		await notebook.sendNow();
		server.whim = () => undefined;
		await notebook.perform(openBox, { boxId: newId(), scopeId: scope, label: 'CANARY-SENT' });
		await notebook.sendNow();
		await notebook.perform(openBox, { boxId: newId(), scopeId: scope, label: 'CANARY-UNSENT' });
		const dump = await dumpOf(phone.raw);
		const ids = [beatrice, scope, box.id, ...notebook.tray().map(({ id }) => id), ...server.requests.map(({ d }) => d)];
		for (const telling of ['CANARY', 'stones', 'Béatrice', 'boxId', PIN, ...ids]) expect(dump).not.toContain(telling);
	});
});
