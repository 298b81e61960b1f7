import * as v from 'valibot';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { laneAnswer } from '#platform/sync/wire.ts';
import { strictly, type Place } from './device-store.ts';
import type { Desk, Position } from './desk.ts';
import type { Lane } from './envelopes.ts';
import { openDesk, places } from './opening.ts';
import type { Phone } from './phone.ts';
import { inLetters, markOf, newVault, openVault, randomBytes, type Vault } from './vault.ts';

const PIN = /^\d{4,12}$/;
const FREE_TRIES = 5;
const FIRST_DELAY = 30_000;
const LONGEST_DELAY = 3_600_000;

/** A person's place on this phone, as the locked page may show it: which, and nothing of who. */
export type LockedPlace = Readonly<{ person: string; number: number }>;

/** The places on this phone that can be unlocked, in the order they were made. */
export async function listPlaces({ store }: Phone): Promise<readonly LockedPlace[]> {
	const all = await store.getAll('people');
	return all
		.filter(({ left }) => !left)
		.map(({ person, number }) => ({ person, number }))
		.sort((a, b) => a.number - b.number);
}

/**
 * Enrols the person who is signed in on this phone, under a PIN of four to twelve digits.
 * Needs the network once. When she had a place here and forgot its PIN, the old place is left: her unsent commands are
 * sealed, and go to the server with the next exchange. Returns her opened records, or the refusal people read.
 */
export async function enrol(phone: Phone, pin: string): Promise<Desk | Refusal> {
	if (!PIN.test(pin)) return refuse('device.pin-form');
	const before = await phone.store.getAll('people');
	const known = phone.around.remembered.read();
	// An earlier lane keeps its secret, with which its sealed commands were made: only an emptied phone asks for its own again.
	const wasEmptied = before.length === 0 && known !== undefined;
	const given = await openLane(phone, wasEmptied ? { d: known } : {});
	if (isRefusal(given)) return given;
	const { lane, epoch } = given;
	const { vault, lock } = await newVault(pin, await phone.around.rounds());
	const person = inLetters(randomBytes(12));
	const place: Place = {
		person,
		number: Math.max(0, ...before.map(({ number }) => number)) + 1,
		who: await markOf(lane.account),
		lock,
		wrong: 0,
		until: 0,
		lane: await vault.seal(`lane ${person}`, lane),
	};
	await keepPlace(phone, place, {
		vault,
		position: { cursor: 0, scopes: '', epoch, load: 0, anew: false, shape: '', ...(wasEmptied && { emptied: true }) },
	});
	phone.around.remembered.write(lane.device);
	return openDesk(phone, person, { vault, lane });
}

/**
 * Unlocks a place with its PIN. After five wrong PINs in a row each next one waits longer; nothing is ever deleted for it.
 * Returns the opened records, or the refusal people read.
 */
export async function unlock(phone: Phone, person: string, pin: string): Promise<Desk | Refusal> {
	const place = await countTry(phone, person);
	if (isRefusal(place)) return place;
	const vault = await openVault(place.lock, pin);
	if (!vault) return refuse('device.wrong-pin', { left: Math.max(0, FREE_TRIES - place.wrong) });
	await phone.store.put('people', { ...place, wrong: 0, until: 0 });
	return openDesk(phone, person, { vault, lane: await vault.open<Lane>(`lane ${person}`, place.lane) });
}

async function openLane({ around }: Phone, asked: object): Promise<Readonly<{ lane: Lane; epoch: number }> | Refusal> {
	const reply = await around.post('/api/sync/lane', JSON.stringify(asked)).catch(() => undefined);
	if (!reply) return refuse('device.no-network');
	if (reply.status === 401) return refuse('device.sign-in-first');
	const parsed = reply.status === 200 ? v.safeParse(laneAnswer, readJson(reply.text)) : undefined;
	if (!parsed?.success) return refuse('device.no-network');
	const { d, a, secret, publicKey, name, demonstration, e } = parsed.output;
	return { lane: { account: a, device: d, secret, publicKey, name, demonstration }, epoch: e };
}

async function keepPlace(phone: Phone, place: Place, { vault, position }: Readonly<{ vault: Vault; position: Position }>): Promise<void> {
	const box = await vault.seal(places.position(place.person), position);
	const writing = strictly(phone.store, ['people', 'meta']);
	const people = writing.objectStore('people');
	for (const other of await people.getAll()) if (other.who === place.who) await people.put({ ...other, left: true });
	await Promise.all([people.put(place), writing.objectStore('meta').put({ rev: 1, box }, [place.person, 'position']), writing.done]);
}

// Counted before the PIN is tried: whoever stops the page in between has used a try.
async function countTry({ store, around }: Phone, person: string): Promise<Place | Refusal> {
	const writing = strictly(store, ['people']);
	const people = writing.objectStore('people');
	const place = await people.get(person);
	if (!place) return refuse('device.no-such-place');
	const delay = place.wrong < FREE_TRIES ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (place.wrong - FREE_TRIES));
	// A clock that went back must not lock anybody out for years.
	const wait = Math.min(place.until - around.now(), delay);
	if (wait > 0) return refuse('device.wait', { seconds: Math.ceil(wait / 1000) });
	const wrong = place.wrong + 1;
	const until = wrong < FREE_TRIES ? 0 : around.now() + Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (wrong - FREE_TRIES));
	await Promise.all([people.put({ ...place, wrong, until }), writing.done]);
	return { ...place, wrong };
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
