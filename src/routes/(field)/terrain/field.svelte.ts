import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import type { Row, Table } from '#platform/commands/table.ts';
import { listPlaces, type LockedPlace } from '#platform/device/enrolment.ts';
import { startNotebook, unlockNotebook, type Notebook } from '#platform/device/notebook.ts';
import type { Phone } from '#platform/device/phone.ts';
import { keepForGood, openPhone, type Missing } from '#platform/device/surroundings.ts';
import type { Strip } from '#ui/strip.ts';
import { fieldCatalogue } from './field-catalogue.ts';

const LOCKS_AFTER = 15 * 60_000;

/** The phone as field pages see it: from opening its store to an unlocked notebook. */
export class Field {
	phone = $state.raw<Phone>();
	missing = $state.raw<Missing>();
	places = $state.raw<readonly LockedPlace[]>([]);
	open = $state.raw<OpenField>();
	#hiddenAt = Infinity;

	/** Opens the store and looks who has a place here. */
	async begin(): Promise<void> {
		const phone = await openPhone(fieldCatalogue);
		if ('kind' in phone) this.missing = phone;
		else {
			this.places = await listPlaces(phone);
			this.phone = phone;
		}
	}

	/** Unlocks a place; returns the refusal people read, or nothing when it is open. */
	async unlock(phone: Phone, place: { person: string; pin: string }): Promise<Refusal | undefined> {
		return this.#opened(await unlockNotebook(phone, place.person, place.pin));
	}

	/** Enrols the person who is signed in; returns the refusal people read, or nothing when her notebook is open. */
	async enrol(phone: Phone, pin: string): Promise<Refusal | undefined> {
		const refusal = this.#opened(await startNotebook(phone, pin));
		if (!refusal) void keepForGood();
		return refusal;
	}

	/** Locks. The records leave the memory; what is on the disk stays closed. */
	async lock(): Promise<void> {
		this.open?.notebook.close();
		this.open = undefined;
		if (this.phone) this.places = await listPlaces(this.phone);
	}

	/** A phone that was put away locks itself; one that is taken up again looks for news. */
	seen(isHidden: boolean): void {
		if (isHidden) this.#hiddenAt = performance.now();
		else if (performance.now() - this.#hiddenAt > LOCKS_AFTER) void this.lock();
		else void this.open?.notebook.sendNow();
	}

	#opened(answer: Notebook | Refusal): Refusal | undefined {
		if (isRefusal(answer)) return answer;
		this.open = new OpenField(answer, () => void this.lock());
		return undefined;
	}
}

/** An unlocked notebook that pages watch: what they read from it is read again when it changes. */
export class OpenField {
	readonly notebook: Notebook;
	readonly lock: () => void;
	readonly #watch: () => void;

	constructor(notebook: Notebook, lock: () => void) {
		this.notebook = notebook;
		this.lock = lock;
		this.#watch = createSubscriber((update) => {
			let isFirst = true;
			return notebook.subscribe(() => {
				if (!isFirst) update();
				isFirst = false;
			});
		});
	}

	list<R extends Row>(table: Table<R>, where?: Partial<R>): readonly R[] {
		this.#watch();
		return this.notebook.list(table, where);
	}

	find<R extends Row>(table: Table<R>, id: string): R | undefined {
		this.#watch();
		return this.notebook.find(table, id);
	}

	get tray() {
		this.#watch();
		return this.notebook.tray();
	}

	get status() {
		this.#watch();
		return this.notebook.status();
	}

	/** What the strip on top of the page says. Waiting for a new sign-in is not waiting for a network. */
	get strip(): Strip {
		const { state, unsent, refused, since, why } = this.status;
		const count = state === 'refused' ? refused : unsent;
		const isNetwork = state !== 'waiting' || why === 'no-network';
		return { state, count, done: 0, href: '/terrain/envois', ...(since !== undefined && isNetwork && { since }) };
	}
}

const [read, provide] = createContext<Field>();

/** Makes the phone for all field pages below. */
export function provideField(): Field {
	const field = new Field();
	provide(field);
	return field;
}

/** The unlocked notebook. Pages are shown only while there is one. */
export function useField(): OpenField {
	const { open } = read();
	if (!open) throw new Error('A field page was shown over a locked phone');
	return open;
}
