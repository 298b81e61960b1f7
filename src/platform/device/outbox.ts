import { LARGEST_REQUEST, MOST_COMMANDS } from '#platform/sync/wire.ts';
import { allOf, strictly, type Carried } from './device-store.ts';
import type { Desk, Entry } from './desk.ts';
import { places } from './opening.ts';
import { bytesOf, markOf } from './vault.ts';

/** What goes in one request: the person's own commands, or sealed ones of others with the marks they are stored under. */
export type Load = Readonly<{ entries: readonly Entry[]; carried: readonly (Carried & Readonly<{ mark: string }>)[] }>;

/** Tells whether something is not to be tried now, by command id or mark. */
type HeldBack = (key: string) => boolean;

/** What is not to be tried for a while: asked by command id or mark, told of what the server could not take. */
export type Patience = Readonly<{ isHeldBack: HeldBack; timesHeld(key: string): number; holdBack(key: string): void }>;

// Room for the rest of the request.
const LARGEST_LOAD = LARGEST_REQUEST - 4 * 1024;
const PATIENT_TIMES = 3;

/**
 * The commands that may go, in their order. One that was refused, or that the server holds, keeps those that touch what it
 * writes waiting behind it; all others go.
 */
export function mayGo(entries: readonly Entry[], isHeldBack: HeldBack): readonly Entry[] {
	const blocked = new Set<string>();
	return entries.filter((entry) => {
		const mustWait = entry.refusal !== undefined || isHeldBack(entry.id) || touches(entry, blocked);
		if (mustWait) for (const written of entry.writes) blocked.add(written);
		return !mustWait;
	});
}

// One request may hold a command and what builds on it only once the first is answered: should it be held or refused, the
// second would be judged without it.
function firstWave(entries: readonly Entry[]): readonly Entry[] {
	const going = new Set<string>();
	return entries.filter((entry) => {
		const mustWait = touches(entry, going);
		for (const written of entry.writes) going.add(written);
		return !mustWait;
	});
}

function touches({ writes, reads }: Entry, rows: ReadonlySet<string>): boolean {
	return [...writes, ...reads].some((touched) => rows.has(touched));
}

/** What goes next: her own commands first; when none waits, sealed commands of others on this phone. */
export async function nextLoad(desk: Desk, patience: Patience, most: number): Promise<Load> {
	const entries = firstThatFit(firstWave(mayGo(desk.now.entries, patience.isHeldBack)), most, onWire);
	if (entries.length > 0 || most === 0) return { entries, carried: [] };
	const others = mayBeCarried(await listCarried(desk), patience);
	return { entries, carried: firstThatFit(others, most, ({ sealed }) => sealed) };
}

// Nobody here can read what builds on what: a person's later commands wait behind one the server could not take, but not
// for ever.
function mayBeCarried(all: Load['carried'], { isHeldBack, timesHeld }: Patience): Load['carried'] {
	const waiting = new Set<string>();
	return all.filter(({ mark, person }) => {
		const isHeld = isHeldBack(mark);
		if (isHeld && timesHeld(mark) < PATIENT_TIMES) waiting.add(person);
		return !isHeld && !waiting.has(person);
	});
}

/** A command as it is sent. */
export function onWire({ id, name, version, input }: Entry) {
	return { i: id, n: name, v: version, d: input };
}

/** Puts a refused command aside: the person has read why. What waited behind it may go. */
export function putAside(desk: Desk, id: string): Promise<void> {
	return desk.inTurn(async () => {
		const entry = desk.now.entries.find((other) => other.id === id && other.refusal);
		if (!entry) return;
		await desk.phone.store.delete('outbox', [desk.person, entry.seq]);
		desk.now.entries = desk.now.entries.filter((other) => other !== entry);
	});
}

/** The commands the server has taken, the latest first, with the day it did (days since 1970, its clock). */
export async function listSent(desk: Desk, most: number): Promise<readonly (Entry & Readonly<{ day: number }>)[]> {
	const { phone, person, vault } = desk;
	const [keys, stored] = await Promise.all([phone.store.getAllKeys('acked', allOf(person)), phone.store.getAll('acked', allOf(person))]);
	const latest = keys
		.map(([, seq], index) => ({ seq, ...stored[index] }))
		.slice(-most)
		.reverse();
	const opened = await Promise.all(
		latest.map(async ({ seq, box, day }) => box && { ...(await vault.open<Entry>(places.command(person, seq), box)), day: day ?? 0 }),
	);
	return opened.filter((entry) => entry !== undefined);
}

const RING_DAYS = 60;
const RING_BYTES = 5_000_000;

/** Lets go of taken commands that are older than sixty days by the server's clock, or beyond five megabytes. */
export async function trimRing({ phone, person }: Desk, today: number): Promise<void> {
	const writing = phone.store.transaction('acked', 'readwrite');
	let bytes = 0;
	for (let cursor = await writing.store.openCursor(allOf(person), 'prev'); cursor; cursor = await cursor.continue()) {
		bytes += cursor.value.box.length;
		if (bytes > RING_BYTES || today - cursor.value.day > RING_DAYS) await cursor.delete();
	}
	await writing.done;
}

/** Forgets the places that were left for a new PIN, once all their sealed commands are with the server. */
export async function forgetLeft({ phone }: Desk): Promise<void> {
	for (const { person, left } of await phone.store.getAll('people')) {
		if (!left || (await phone.store.getAll('envelopes')).some((carried) => carried.person === person)) continue;
		const writing = strictly(phone.store, ['people', 'base', 'outbox', 'acked', 'drafts', 'meta']);
		const keyed = (['base', 'outbox', 'acked', 'drafts', 'meta'] as const).map((name) => writing.objectStore(name).delete(allOf(person)));
		await Promise.all([...keyed, writing.objectStore('people').delete(person), writing.done]);
	}
}

async function listCarried({ phone, person, now }: Desk): Promise<Load['carried']> {
	const [marks, envelopes] = await Promise.all([phone.store.getAllKeys('envelopes'), phone.store.getAll('envelopes')]);
	const readable = new Set(await Promise.all(now.entries.map(({ id }) => markOf(id))));
	const all = envelopes.map((envelope, index) => ({ ...envelope, mark: marks[index] as string }));
	// Her own are sent open; one she cannot read any more is carried like a stranger's.
	const carried = all.filter(({ mark, person: whose }) => whose !== person || !readable.has(mark));
	return carried.sort((a, b) => (a.person === b.person ? a.seq - b.seq : a.person < b.person ? -1 : 1));
}

function firstThatFit<T>(items: readonly T[], most: number, sent: (item: T) => unknown): readonly T[] {
	let room = LARGEST_LOAD;
	const count = items.slice(0, Math.min(most, MOST_COMMANDS)).findIndex((item) => (room -= bytesOf(JSON.stringify(sent(item))).length) < 0);
	return items.slice(0, count < 0 ? Math.min(most, MOST_COMMANDS) : Math.max(count, 1));
}
