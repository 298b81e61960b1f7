import { allOf } from './device-store.ts';
import { makeTurns, type Desk, type Entry, type HeldRow, type Position } from './desk.ts';
import { sealerOf, type Lane } from './envelopes.ts';
import { replay } from './judging.ts';
import type { Catalogue, Phone } from './phone.ts';
import type { Box, Vault } from './vault.ts';

type StoredRow = Readonly<{ t: string; l: number; r: HeldRow['row'] }>;

/** Where each kind of value is bound. A command keeps its place when it moves between the outbox and the ring. */
export const places = {
	base: (person: string, key: string) => `base ${person} ${key}`,
	command: (person: string, seq: number) => `command ${person} ${seq}`,
	position: (person: string) => `position ${person}`,
	draft: (person: string, key: string) => `draft ${person} ${key}`,
};

/** Reads everything of an unlocked person into memory: the server's rows, her commands, and where her copy stands. */
export async function openDesk(phone: Phone, person: string, opened: Readonly<{ vault: Vault; lane: Lane }>): Promise<Desk> {
	const position = { cursor: 0, scopes: '', epoch: 0, load: 0, anew: false, shape: shapeOf(phone.catalogue) };
	const now = { position, rev: -1, base: new Map(), entries: [], pending: new Map() };
	const desk: Desk = { phone, person, ...opened, seal: await sealerOf(opened.lane), inTurn: makeTurns(), now };
	await readAgain(desk);
	return desk;
}

/**
 * Reads what another tab stored since. Called in turn.
 * Cheap when nothing was; a copy made by another version of the program is to be loaded anew, commands stay.
 */
export async function readAgain(desk: Desk): Promise<void> {
	const { person, phone, now } = desk;
	const reading = phone.store.transaction(['meta', 'outbox', 'base']);
	const stored = await reading.objectStore('meta').get([person, 'position']);
	const [keys, boxes] = await Promise.all([
		reading.objectStore('outbox').getAllKeys(allOf(person)),
		reading.objectStore('outbox').getAll(allOf(person)),
	]);
	const isSame = (stored?.rev ?? 0) === now.rev;
	const base = reading.objectStore('base');
	const rows = isSame ? undefined : await Promise.all([base.getAllKeys(allOf(person)), base.getAll(allOf(person))]);
	await reading.done;

	if (rows) {
		if (stored?.box) now.position = inShape(await desk.vault.open<Position>(places.position(person), stored.box), phone.catalogue);
		now.base = await rowsIn(
			desk,
			rows[0].map(([, key]) => key),
			rows[1],
		);
		now.rev = stored?.rev ?? 0;
	}
	const known = new Map(isSame ? now.entries.map((entry) => [entry.seq, entry]) : []);
	const read = await Promise.all(keys.map(async ([, seq], index) => known.get(seq) ?? entryIn(desk, seq, boxes[index] as Box)));
	now.entries = read.filter((entry) => entry !== undefined);
	await replay(desk);
}

async function rowsIn(desk: Desk, keys: readonly string[], boxes: readonly Box[]): Promise<Desk['now']['base']> {
	const base = new Map<string, Map<string, HeldRow>>();
	const opened = await Promise.all(
		boxes.map((box, index) => desk.vault.open<StoredRow>(places.base(desk.person, keys[index] as string), box).catch(() => undefined)),
	);
	opened.forEach((stored, index) => {
		// A damaged row is loaded anew with all the others: the server has them.
		if (!stored) desk.now.position = { ...desk.now.position, cursor: 0, scopes: '' };
		else
			base.set(
				stored.t,
				(base.get(stored.t) ?? new Map<string, HeldRow>()).set(stored.r.id, { row: stored.r, load: stored.l, key: keys[index] as string }),
			);
	});
	return base;
}

// A damaged command cannot be read here any more; its sealed copy is still carried to the server.
async function entryIn(desk: Desk, seq: number, box: Box): Promise<Entry | undefined> {
	return desk.vault.open<Entry>(places.command(desk.person, seq), box).catch(() => undefined);
}

function inShape(position: Position, catalogue: Catalogue): Position {
	const shape = shapeOf(catalogue);
	return position.shape === shape ? position : { ...position, cursor: 0, scopes: '', shape };
}

/** The tables that come to phones and their fields, as one short text: rows stored under another lack something. */
function shapeOf({ collections }: Catalogue): string {
	const text = [...collections.values()]
		.map(({ name, columns }) => `${name}(${[...columns.keys()].join()})`)
		.sort()
		.join();
	return `${text.length}.${[...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7).toString(36)}`;
}
