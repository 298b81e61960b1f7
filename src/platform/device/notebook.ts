import type { GenericSchema, InferInput } from 'valibot';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import type { Command } from '#platform/commands/command.ts';
import type { Row, Table } from '#platform/commands/table.ts';
import { findHere, listHere, type Desk, type Entry } from './desk.ts';
import { enrol, unlock } from './enrolment.ts';
import { performHere, type Saved } from './performing.ts';
import { places, readAgain } from './opening.ts';
import { listSent, mayGo, putAside } from './outbox.ts';
import type { Phone } from './phone.ts';
import { keepSending, type Status } from './rhythm.ts';

/** A command in the tray: on its way, waiting behind another, or refused with its reason. */
export type TrayEntry = Entry & Readonly<{ state: 'saved' | 'parked' | 'refused' }>;

/** What a person opens with her PIN: her records on this phone, and the one way to change them. Pages use nothing else. */
export type Notebook = Readonly<{
	/** Whose it is. */
	person: Readonly<{ id: string; name: string; demonstration: boolean }>;
	find<R extends Row>(table: Table<R>, id: string): R | undefined;
	list<R extends Row>(table: Table<R>, where?: Partial<R>): readonly R[];
	/** Does an act: saved for good on this phone, or refused at once with the sentence people read. */
	perform<S extends GenericSchema, G>(command: Command<S, G>, input: InferInput<S>): Promise<Saved | Refusal>;
	status(): Status;
	/** Calls at once with the status, and again after every change of it or of the records. Returns what ends it. */
	subscribe(told: (status: Status) => void): () => void;
	tray(): readonly TrayEntry[];
	listSent(most: number): ReturnType<typeof listSent>;
	/** Takes a refused command out of the tray, once the person has read why. */
	putAside(id: string): Promise<void>;
	/** Tries to send and receive now; resolves when the try is over, however it went. */
	sendNow(): Promise<void>;
	draft: Readonly<{ find(name: string): Promise<unknown>; keep(name: string, value: unknown): Promise<void>; drop(name: string): Promise<void> }>;
	/** Locks: forgets everything in memory. */
	close(): void;
}>;

/** Enrols the person who is signed in, and opens her notebook; see `enrol`. */
export async function startNotebook(phone: Phone, pin: string): Promise<Notebook | Refusal> {
	const desk = await enrol(phone, pin);
	return isRefusal(desk) ? desk : openNotebook(desk);
}

/** Opens the notebook of a place with its PIN; see `unlock`. */
export async function unlockNotebook(phone: Phone, person: string, pin: string): Promise<Notebook | Refusal> {
	const desk = await unlock(phone, person, pin);
	return isRefusal(desk) ? desk : openNotebook(desk);
}

function openNotebook(desk: Desk): Notebook {
	const listeners = new Set<(status: Status) => void>();
	const told = () => listeners.forEach((listener) => listener(rhythm.status()));
	const bell = desk.phone.around.bell(() => void desk.inTurn(() => readAgain(desk)).then(told, () => undefined));
	const rhythm = keepSending(desk, () => {
		told();
		bell.ring();
	});

	async function afterwards<T>(work: Promise<T>): Promise<T> {
		const done = await work;
		told();
		bell.ring();
		rhythm.saved();
		return done;
	}

	return {
		person: { id: desk.lane.account, name: desk.lane.name, demonstration: desk.lane.demonstration },
		find: (table, id) => findHere(desk, table, id),
		list: (table, where) => listHere(desk, table, where),
		// The runner parses the input by the command's own schema before its rule sees it.
		perform: (command, input) => afterwards(performHere(desk, command as unknown as Command, input)),
		status: rhythm.status,
		subscribe(listener) {
			listeners.add(listener);
			listener(rhythm.status());
			return () => void listeners.delete(listener);
		},
		tray: () => inTray(desk),
		listSent: (most) => listSent(desk, most),
		putAside: (id) => afterwards(putAside(desk, id)),
		sendNow: rhythm.sendNow,
		draft: draftsOf(desk),
		close() {
			rhythm.stop();
			bell.close();
			listeners.clear();
			desk.now.base = desk.now.pending = new Map();
			desk.now.entries = [];
		},
	};
}

function inTray({ now }: Desk): readonly TrayEntry[] {
	const going = new Set(mayGo(now.entries, () => false));
	return now.entries.map((entry) => ({ ...entry, state: entry.refusal ? 'refused' : going.has(entry) ? 'saved' : 'parked' }));
}

function draftsOf({ phone: { store }, person, vault }: Desk): Notebook['draft'] {
	const keyOf = (name: string) => vault.rowKey('draft', name);
	return {
		async find(name) {
			const key = await keyOf(name);
			const box = await store.get('drafts', [person, key]);
			return box && vault.open(places.draft(person, key), box);
		},
		async keep(name, value) {
			const key = await keyOf(name);
			await store.put('drafts', await vault.seal(places.draft(person, key), value), [person, key]);
		},
		drop: async (name) => store.delete('drafts', [person, await keyOf(name)]),
	};
}
