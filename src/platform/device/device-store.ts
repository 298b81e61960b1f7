import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { SealedCommand } from '#platform/sync/wire.ts';
import type { Box, PinLock } from './vault.ts';

/** A person's place on this phone, before it is unlocked. `who` is a one-way mark of the account; nothing here names anybody. */
export type Place = Readonly<{
	person: string;
	number: number;
	who: string;
	lock: PinLock;
	/** Wrong PINs in a row, and until when (milliseconds) none is tried. */
	wrong: number;
	until: number;
	lane: Box;
	/** Her PIN was forgotten and she was enrolled anew: kept until her sealed commands are with the server. */
	left?: true;
}>;

/** A command sealed to the server, stored under the mark of its id; `seq` keeps the order in which the person acted. */
export type Carried = Readonly<{ person: string; seq: number; sealed: SealedCommand }>;

type Keyed<Value> = { key: [person: string, name: string]; value: Value };
type Ordered<Value> = { key: [person: string, seq: number]; value: Value };

interface Stores extends DBSchema {
	people: { key: string; value: Place };
	/** Rows as the server last sent them. */
	base: Keyed<Box>;
	/** Commands saved and not answered, or refused and not put aside by the person. */
	outbox: Ordered<Box>;
	/** Commands the server has taken, kept a while: should it be restored from a backup, phones bring back the lost hours. */
	acked: Ordered<{ box: Box; day: number }>;
	envelopes: { key: string; value: Carried };
	drafts: Keyed<Box>;
	/** `rev` grows with each writing, so that two senders notice each other. */
	meta: Keyed<{ rev: number; box?: Box; beat?: number; holder?: string }>;
}

export type DeviceStore = IDBPDatabase<Stores>;
export type StoreName = StoreNames<Stores>;
export type Writing<Names extends StoreName[]> = IDBPTransaction<Stores, Names, 'readwrite'>;

/** Opens the phone's store, making it when there is none. Rejects when the browser keeps none for us. */
export function openStore(name: string): Promise<DeviceStore> {
	return openDB<Stores>(name, 1, {
		upgrade(db) {
			for (const store of ['base', 'outbox', 'acked', 'envelopes', 'drafts', 'meta'] as const) db.createObjectStore(store);
			db.createObjectStore('people', { keyPath: 'person' });
		},
		// Another tab needs a newer store: let it, rather than stand in its way.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
	});
}

/** A transaction that is on the disk when it says done: since version 121 Chrome answers sooner unless asked. */
export function strictly<Names extends StoreName[]>(store: DeviceStore, names: Names): Writing<Names> {
	return store.transaction(names, 'readwrite', { durability: 'strict' });
}

/** All keys of one person in a store. */
export function allOf(person: string): IDBKeyRange {
	return IDBKeyRange.bound([person], [person, []]);
}
