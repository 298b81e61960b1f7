import { openStore, type DeviceStore } from '../device-store.ts';
import type { ModelServer } from '../builders.ts';
import { catalogue } from '../builders.ts';
import type { Phone, Reply, Surroundings } from '../phone.ts';

/** What may happen to one request. */
export type Fault = 'none' | 'lost' | 'reply-lost' | 'twice' | 'cut' | 'strange-page' | 'broken';

/** A tab that may die: `stepsLeft` steps from now, each touching of the store or the network being one. */
export type Life = { stepsLeft: number; dead: boolean };

type Given = Readonly<{
	name: string;
	server: ModelServer;
	/** Who is signed in on this phone now. */
	session: { account: string | undefined };
	/** What happens to the next requests, one after the other; then nothing. */
	faults?: Fault[];
	life?: Life;
	clock?: { ahead: number };
	locks?: Surroundings['locks'];
	cookie?: { device: string | undefined };
}>;

/** Opens a phone in memory: a store, a network that fails as told, a clock that may lie, a life that may end. */
export async function aPhone(given: Given): Promise<Phone & Readonly<{ life: Life; passTime(milliseconds: number): void; raw: DeviceStore }>> {
	const {
		name,
		server,
		session,
		faults = [],
		life = { stepsLeft: Infinity, dead: false },
		clock = { ahead: 0 },
		cookie = { device: undefined },
	} = given;
	const raw = await openStore(name);
	let passed = 0;
	const step = (): void => {
		life.stepsLeft -= 1;
		if (life.stepsLeft < 0) life.dead = true;
		if (life.dead) throw new Error('dead');
	};
	const around: Surroundings = {
		async post(path, body) {
			step();
			const reply = await delivered(server, { path, body, account: session.account }, faults.shift() ?? 'none');
			step();
			return reply;
		},
		now: () => 1_700_000_000_000 + clock.ahead,
		elapsed: () => passed,
		chance: () => 0.5,
		// Nothing happens by itself in a test: it says when.
		after: () => () => undefined,
		whenOnline: () => () => undefined,
		locks: given.locks,
		bell: () => ({ ring: () => undefined, close: () => undefined }),
		remembered: { read: () => cookie.device, write: (device) => void (cookie.device = device) },
		rounds: async () => 1000,
	};
	return { store: mortal(raw, life, step), around, catalogue, life, raw, passTime: (milliseconds) => void (passed += milliseconds) };
}

/** Everything the browser has on its disk, as one text in which to search. */
export async function dumpOf(store: DeviceStore): Promise<string> {
	const parts: string[] = [];
	for (const name of store.objectStoreNames) {
		for (const value of [await store.getAllKeys(name), await store.getAll(name)]) parts.push(name, textOf(value));
	}
	return parts.join('\n');
}

function textOf(value: unknown): string {
	if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1') + Buffer.from(value).toString('utf8');
	if (Array.isArray(value)) return value.map(textOf).join(' ');
	if (typeof value === 'object' && value !== null)
		return Object.entries(value)
			.map(([key, part]) => `${key}=${textOf(part)}`)
			.join(' ');
	return String(value);
}

async function delivered(
	server: ModelServer,
	{ path, body, account }: { path: string; body: string; account: string | undefined },
	fault: Fault,
): Promise<Reply> {
	if (fault === 'lost') throw new Error('no network');
	if (fault === 'strange-page') return { status: 200, text: '<html>Achetez du crédit</html>', at: undefined };
	if (fault === 'broken') return { status: 502, text: '', at: undefined };
	const first = await server.answer(path, account, body);
	if (fault === 'reply-lost') throw new Error('reply lost');
	const { status, text } = fault === 'twice' ? await server.answer(path, account, body) : first;
	return { status, text: fault === 'cut' ? text.slice(0, Math.floor(text.length / 2)) : text, at: 1_700_000_000_000 };
}

// A tab that dies as it begins to write has written nothing; one that dies later has written all.
function mortal(store: DeviceStore, life: Life, step: () => void): DeviceStore {
	const touching = new Set(['get', 'getAll', 'getAllKeys', 'put', 'delete', 'transaction']);
	return new Proxy(store, {
		get(target, name) {
			const found: unknown = Reflect.get(target, name, target);
			if (typeof name !== 'string' || !touching.has(name) || typeof found !== 'function') return found;
			return (...args: unknown[]) => {
				if (life.dead) throw new Error('dead');
				step();
				return Reflect.apply(found, target, args) as unknown;
			};
		},
	});
}
