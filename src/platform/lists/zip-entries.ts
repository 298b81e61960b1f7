import { inflateRawSync } from 'node:zlib';
import { refuse, type Refusal } from '#kernel/refusal.ts';

/** A file in a zip, as the directory at its end announces it. */
type Entry = Readonly<{ name: string; method: number; packed: number; inflated: number; at: number }>;

const MOST_ENTRIES = 500;
const MOST_INFLATED = 40 * 1024 * 1024;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The files of a zip whose names are wanted, inflated. Refuses, before anything is inflated, a zip that announces too many
 * files or too many bytes; and one that holds more than it announces, for the directory can lie.
 */
export function zipEntries(zip: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> | Refusal {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	try {
		const entries = directoryOf(view);
		if (!entries) return refuse('lists.unreadable');
		const announced = entries.reduce((sum, { inflated }) => sum + inflated, 0);
		if (entries.length > MOST_ENTRIES || announced > MOST_INFLATED) return refuse('lists.too-large-inside');
		return inflated(
			view,
			entries.filter(({ name }) => wanted(name)),
		);
	} catch (failure) {
		// A view refuses to read beyond its end: the directory points outside the file.
		if (failure instanceof RangeError) return refuse('lists.unreadable');
		throw failure;
	}
}

function directoryOf(view: DataView): readonly Entry[] | undefined {
	const end = endOf(view);
	if (end === undefined) return undefined;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	for (let index = 0; index < count; index += 1) {
		if (view.getUint32(at, true) !== CENTRAL) return undefined;
		const nameLength = view.getUint16(at + 28, true);
		const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		entries.push({
			name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			inflated: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true),
		});
		at += 46 + nameLength + rest;
	}
	return entries;
}

// The end record stands last, before a comment of at most 65 535 bytes.
function endOf(view: DataView): number | undefined {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) if (view.getUint32(at, true) === END) return at;
	return undefined;
}

function inflated(view: DataView, entries: readonly Entry[]): ReadonlyMap<string, Uint8Array> | Refusal {
	const files = new Map<string, Uint8Array>();
	for (const entry of entries) {
		if (view.getUint32(entry.at, true) !== LOCAL) return refuse('lists.unreadable');
		const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
		const bytes = inflatedEntry(new Uint8Array(view.buffer, view.byteOffset + start, entry.packed), entry);
		if (!(bytes instanceof Uint8Array)) return bytes;
		files.set(entry.name, bytes);
	}
	return files;
}

function inflatedEntry(packed: Uint8Array, { method, inflated: announced }: Entry): Uint8Array | Refusal {
	if (method === 0) return packed.length === announced ? packed : refuse('lists.unreadable');
	if (method !== 8) return refuse('lists.unreadable');
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, announced) });
	} catch (failure) {
		// Node names what passed its bound; everything else is a stream that is not one.
		const lied = (failure as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
		return refuse(lied ? 'lists.too-large-inside' : 'lists.unreadable');
	}
}
