import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { aServer, boxes, openBox, putStones, type ModelServer } from './builders.ts';
import { listPlaces } from './enrolment.ts';
import { aPhone } from './faulty-phone/builders.ts';
import { startNotebook, unlockNotebook, type Notebook } from './notebook.ts';

const PIN = '270815';
const [beatrice, cyprien, scope] = [newId(), newId(), newId()];
let server: ModelServer;
let session: { account: string | undefined };
let clock: { ahead: number };
let cookie: { device: string | undefined };

beforeEach(async () => {
	server = await aServer();
	for (const person of [beatrice, cyprien]) server.scopes.set(person, new Set([scope]));
	session = { account: beatrice };
	clock = { ahead: 0 };
	cookie = { device: undefined };
});

const phoneOf = (name: string, faults?: ('lost' | 'none')[]) => aPhone({ name, server, session, clock, cookie, ...(faults && { faults }) });
const aForm = () => ({ boxId: newId(), scopeId: scope, label: 'x' });

function opened(answer: Notebook | Refusal): Notebook {
	if (isRefusal(answer)) throw new Error(answer.key);
	return answer;
}

function keyOf(answer: Notebook | Refusal): unknown {
	return isRefusal(answer) ? [answer.key, answer.params] : 'opened';
}

describe('the code of a phone', () => {
	it('is four to twelve digits, and is set with the network and a signed-in person', async () => {
		expect(keyOf(await startNotebook(await phoneOf(newId()), '12a4'))).toEqual(['device.pin-form', {}]);
		expect(keyOf(await startNotebook(await phoneOf(newId(), ['lost']), PIN))).toEqual(['device.no-network', {}]);
		session.account = undefined;
		expect(keyOf(await startNotebook(await phoneOf(newId()), PIN))).toEqual(['device.sign-in-first', {}]);
	});

	it('opens without network; a wrong one is told, counted, and makes wait longer after five, and deletes nothing', async () => {
		const phone = await phoneOf(newId());
		opened(await startNotebook(phone, PIN)).close();
		const person = (await listPlaces(phone))[0]?.person ?? '';
		for (const left of [4, 3, 2, 1, 0]) expect(keyOf(await unlockNotebook(phone, person, '0000'))).toEqual(['device.wrong-pin', { left }]);
		expect(keyOf(await unlockNotebook(phone, person, PIN))).toEqual(['device.wait', { seconds: 30 }]);
		clock.ahead += 31_000;
		expect(keyOf(await unlockNotebook(phone, person, '0000'))).toEqual(['device.wrong-pin', { left: 0 }]);
		expect(keyOf(await unlockNotebook(phone, person, PIN))).toEqual(['device.wait', { seconds: 60 }]);
		// A clock that goes back ten years locks nobody out for ten years.
		clock.ahead -= 315_360_000_000;
		expect(keyOf(await unlockNotebook(phone, person, PIN))).toEqual(['device.wait', { seconds: 60 }]);
		clock.ahead += 315_360_000_000 + 61_000;
		expect(keyOf(await unlockNotebook(phone, person, PIN))).toBe('opened');
		expect(keyOf(await unlockNotebook(phone, person, '0000'))).toEqual(['device.wrong-pin', { left: 4 }]);
	});

	it('when it is forgotten, what was saved under it still reaches the server, and then the old place goes', async () => {
		const phone = await phoneOf(newId());
		const before = opened(await startNotebook(phone, PIN));
		const saved = await before.perform(openBox, aForm());
		before.close();
		const after = opened(await startNotebook(phone, '9999'));
		expect(await listPlaces(phone)).toHaveLength(1);
		await after.sendNow();
		await after.sendNow();
		expect(server.applied()).toEqual([(saved as { id: string }).id]);
		expect(await phone.raw.getAll('people')).toHaveLength(1);
		expect(await phone.raw.count('outbox')).toBe(0);
	});
});

describe('sealed work', () => {
	it('arrives in the order in which it was done', async () => {
		const phone = await phoneOf(newId());
		const before = opened(await startNotebook(phone, PIN));
		const first = aForm();
		await before.perform(openBox, first);
		for (let times = 0; times < 12; times++) await before.perform(putStones, { boxId: first.boxId, stones: 1 });
		before.close();
		const after = opened(await startNotebook(phone, '9999'));
		await after.sendNow();
		await after.sendNow();
		expect(after.find(boxes, first.boxId)?.stones).toBe(12);
	});
});

describe('a shared phone', () => {
	it("carries a colleague's sealed work with one's own, and shows none of it", async () => {
		const phone = await phoneOf(newId());
		const hers = opened(await startNotebook(phone, PIN));
		const saved = await hers.perform(openBox, aForm());
		hers.close();
		session.account = cyprien;
		const his = opened(await startNotebook(phone, '1111'));
		await his.perform(openBox, aForm());
		await his.sendNow();
		expect(server.applied()).toContain((saved as { id: string }).id);
		expect(his.tray()).toEqual([]);
		expect((await his.listSent(10)).map(({ id }) => id)).not.toContain((saved as { id: string }).id);
		his.close();

		// She comes back, and learns what became of it.
		session.account = beatrice;
		const [place] = await listPlaces(phone);
		const again = opened(await unlockNotebook(phone, place?.person ?? '', PIN));
		expect(again.tray()).toHaveLength(1);
		await again.sendNow();
		expect(again.tray()).toEqual([]);
		expect(server.applied()).toHaveLength(2);
	});

	it('keeps places apart: one code does not open the other place', async () => {
		const phone = await phoneOf(newId());
		opened(await startNotebook(phone, PIN)).close();
		session.account = cyprien;
		opened(await startNotebook(phone, '1111')).close();
		const [hers, his] = await listPlaces(phone);
		expect([hers?.number, his?.number]).toEqual([1, 2]);
		expect(keyOf(await unlockNotebook(phone, hers?.person ?? '', '1111'))).toEqual(['device.wrong-pin', { left: 4 }]);
		const [one, other] = [await phone.raw.get('people', hers?.person ?? ''), await phone.raw.get('people', his?.person ?? '')];
		if (!one || !other) throw new Error('no places');
		// A lock moved from one place to another opens nothing there.
		await phone.raw.put('people', { ...one, lock: other.lock });
		await expect(unlockNotebook(phone, hers?.person ?? '', '1111')).rejects.toThrow();
	});
});

describe('a phone whose store was emptied', () => {
	it('asks for its own number again and tells the server that it lost what it held', async () => {
		opened(await startNotebook(await phoneOf(newId()), PIN)).close();
		const device = cookie.device;
		const notebook = opened(await startNotebook(await phoneOf(newId()), PIN));
		await notebook.sendNow();
		await notebook.sendNow();
		expect(server.requests.map(({ d, ev }) => [d, ev])).toEqual([
			[device, 1],
			[device, undefined],
		]);
	});
});

describe('two tabs', () => {
	it('send one at a time, also where the browser has no locks, and a silent one is replaced', async () => {
		const name = newId();
		const [first, second] = [await phoneOf(name), await phoneOf(name)];
		const one = opened(await startNotebook(first, PIN));
		const [place] = await listPlaces(first);
		const two = opened(await unlockNotebook(second, place?.person ?? '', PIN));
		await one.perform(openBox, aForm());
		await two.perform(openBox, aForm());
		await Promise.all([one.sendNow(), two.sendNow()]);
		await one.sendNow();
		expect(server.applied()).toHaveLength(2);
		await first.raw.put('meta', { rev: 0, beat: first.around.now(), holder: 'frozen' }, ['', 'sender']);
		await two.perform(openBox, aForm());
		await two.sendNow();
		expect(server.applied()).toHaveLength(2);
		clock.ahead += 61_000;
		await two.sendNow();
		expect(server.applied()).toHaveLength(3);
	});
});
