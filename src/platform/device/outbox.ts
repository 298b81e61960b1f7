import { LARGEST_REQUEST, MOST_COMMANDS, type SealedCommand } from '#platform/sync/wire.ts';
import { allOf, strictly } from './device-store.ts';
import type { Desk, Entry } from './desk.ts';
import { places } from './opening.ts';
import { bytesOf, markOf } from './vault.ts';

/** What goes in one request: the person's own commands, or sealed ones of others with the marks they are stored under. */
export type Load = Readonly<{ entries: readonly Entry[]; carried: readonly Readonly<{ mark: string; sealed: SealedCommand }>[] }>;

/** Tells whether something is not to be tried now, by command id or mark. */
export type HeldBack = (key: string) => boolean;

// Room for the rest of the request.
const LARGEST_LOAD = LARGEST_REQUEST - 4 * 1024;

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
export async function nextLoad(desk: Desk, isHeldBack: HeldBack, most: number): Promise<Load> {
	const entries = firstThatFit(firstWave(mayGo(desk.now.entries, isHeldBack)), most, onWire);
	if (entries.length > 0 || most === 0) return { entries, carried: [] };
	const others = (await listCarried(desk)).filter(({ mark }) => !isHeldBack(mark));
	return { entries, carried: firstThatFit(others, most, ({ sealed }) => sealed) };
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
	const all = marks.map((mark, index) => ({ mark, ...envelopes[index] }));
	// Her own are sent open; one she cannot read any more is carried like a stranger's.
	return all.flatMap(({ mark, person: whose, sealed }) => (sealed && (whose !== person || !readable.has(mark)) ? [{ mark, sealed }] : []));
}

function firstThatFit<T>(items: readonly T[], most: number, sent: (item: T) => unknown): readonly T[] {
	let room = LARGEST_LOAD;
	const count = items.slice(0, Math.min(most, MOST_COMMANDS)).findIndex((item) => (room -= bytesOf(JSON.stringify(sent(item))).length) < 0);
	return items.slice(0, count < 0 ? Math.min(most, MOST_COMMANDS) : Math.max(count, 1));
}
