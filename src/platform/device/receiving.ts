import type { Id } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Row } from '#platform/commands/table.ts';
import type { SyncAnswer } from '#platform/sync/wire.ts';
import { allOf, type Writing } from './device-store.ts';
import type { Desk, Entry, HeldRow, Position } from './desk.ts';
import { replay } from './judging.ts';
import { places, readAgain } from './opening.ts';
import { markOf, type Box } from './vault.ts';

const A_DAY = 86_400_000;

type Arrived = HeldRow & Readonly<{ table: string; box: Box }>;
type Gone = Readonly<{ table: string; id: Id; key: string }>;
type Refused = Readonly<{ entry: Entry; box: Box }>;
/** Everything an answer changes, boxed beforehand: nothing may be waited for inside a transaction but the store itself. */
type Prepared = Readonly<{
	position: Position;
	box: Box;
	arrived: readonly Arrived[];
	gone: readonly Gone[];
	taken: readonly Entry[];
	refused: readonly Refused[];
	marks: readonly string[];
	isRestored: boolean;
	day: number;
}>;
type Receiving = Writing<['meta', 'base', 'outbox', 'acked', 'envelopes']>;

/**
 * Stores an answer whole or not at all: rows, leaves, outcomes and the cursor in one transaction. Called in turn.
 * Returns false when another sender stored one since the copy stood at `rev` and this was asked for: nothing is changed then.
 */
export async function receive(desk: Desk, answer: SyncAnswer, asked: Readonly<{ rev: number; at: number | undefined }>): Promise<boolean> {
	if (desk.now.rev !== asked.rev) return false;
	const prepared = await prepare(desk, answer, asked.at ?? desk.phone.around.now());
	if (!(await store(desk, prepared))) return false;
	remember(desk, prepared);
	// Commands that came back from the ring are read again; the rest is in memory already.
	if (prepared.isRestored) await readAgain(desk);
	else await replay(desk);
	return true;
}

async function prepare(desk: Desk, answer: SyncAnswer, at: number): Promise<Prepared> {
	const { position: was, entries } = desk.now;
	// The scopes come with an answer that starts from the beginning: what is not sent again by its end is no longer hers.
	const isFromStart = answer.s !== undefined;
	const anew = isFromStart || was.anew;
	const load = isFromStart ? was.load + 1 : was.load;
	const position: Position = {
		cursor: answer.c,
		scopes: answer.s ?? was.scopes,
		epoch: answer.e,
		load,
		anew: anew && answer.m === 1,
		shape: was.shape,
	};
	const arrived = await Promise.all(
		Object.entries(answer.t ?? {}).flatMap(([table, rows]) => rows.map((row) => arrive(desk, { table, row: row as Row, load }))),
	);
	const outcomes = new Map((answer.r ?? []).map((outcome) => [outcome[0], outcome]));
	const refused = await Promise.all(
		entries.flatMap((entry) => {
			const [, said, refusal] = outcomes.get(entry.id) ?? [];
			return said === 'refused' && !entry.refusal ? [refuseEntry(desk, entry, { kind: 'refusal', ...refusal } as Refusal)] : [];
		}),
	);
	const taken = entries.filter((entry) => outcomes.get(entry.id)?.[1] === 'applied');
	const answered = [...taken.map(({ id }) => id), ...refused.map(({ entry }) => entry.id), ...(answer.x ?? [])];
	return {
		position,
		box: await desk.vault.seal(places.position(desk.person), position),
		arrived,
		gone: gone(desk, answer, { arrived, finished: anew && answer.m !== 1 ? load : undefined }),
		taken,
		refused,
		marks: await Promise.all(answered.map(markOf)),
		isRestored: was.epoch !== 0 && was.epoch !== answer.e,
		day: Math.floor(at / A_DAY),
	};
}

async function arrive(desk: Desk, { table, row, load }: Pick<Arrived, 'table' | 'row' | 'load'>): Promise<Arrived> {
	const key = desk.now.base.get(table)?.get(row.id)?.key ?? (await desk.vault.rowKey(table, row.id));
	return { table, row, key, load, box: await desk.vault.seal(places.base(desk.person, key), { t: table, l: load, r: row }) };
}

async function refuseEntry(desk: Desk, entry: Entry, refusal: Refusal): Promise<Refused> {
	const refused = { ...entry, refusal };
	return { entry: refused, box: await desk.vault.seal(places.command(desk.person, entry.seq), refused) };
}

// What the server says has left; at the end of a full load, also what that load did not bring.
function gone(
	desk: Desk,
	answer: SyncAnswer,
	{ arrived, finished }: Readonly<{ arrived: readonly Arrived[]; finished: number | undefined }>,
): readonly Gone[] {
	const { base } = desk.now;
	const leaving = (answer.l ?? []).flatMap(([table, id]) => {
		const held = base.get(table)?.get(id);
		return held ? [{ table, id, key: held.key }] : [];
	});
	if (finished === undefined) return leaving;
	const here = new Set(arrived.map(({ key }) => key));
	const unseen = [...base].flatMap(([table, rows]) =>
		[...rows].flatMap(([id, { key, load }]) => (load !== finished && !here.has(key) ? [{ table, id, key }] : [])),
	);
	return [...leaving, ...unseen];
}

async function store({ phone, person, now }: Desk, prepared: Prepared): Promise<boolean> {
	const writing: Receiving = phone.store.transaction(['meta', 'base', 'outbox', 'acked', 'envelopes'], 'readwrite');
	const [meta, base, outbox, envelopes] = [
		writing.objectStore('meta'),
		writing.objectStore('base'),
		writing.objectStore('outbox'),
		writing.objectStore('envelopes'),
	];
	if (((await meta.get([person, 'position']))?.rev ?? 0) !== now.rev) {
		await writing.done;
		return false;
	}
	if (prepared.isRestored) await bringBack(writing, person);
	await Promise.all([
		...prepared.arrived.map(({ key, box }) => base.put(box, [person, key])),
		...prepared.gone.map(({ key }) => base.delete([person, key])),
		...prepared.taken.map(({ seq }) => intoRing(writing, [person, seq], prepared.day)),
		...prepared.refused.map(({ entry, box }) => outbox.put(box, [person, entry.seq])),
		...prepared.marks.map((mark) => envelopes.delete(mark)),
		meta.put({ rev: now.rev + 1, box: prepared.box }, [person, 'position']),
		writing.done,
	]);
	return true;
}

async function intoRing(writing: Receiving, key: [string, number], day: number): Promise<void> {
	const box = await writing.objectStore('outbox').get(key);
	if (!box) return;
	await writing.objectStore('acked').put({ box, day }, key);
	await writing.objectStore('outbox').delete(key);
}

// The server was restored from a backup: what it had taken since may be lost there, and is sent again.
async function bringBack(writing: Receiving, person: string): Promise<void> {
	const acked = writing.objectStore('acked');
	const [keys, stored] = [await acked.getAllKeys(allOf(person)), await acked.getAll(allOf(person))];
	await Promise.all([
		...keys.map((key, index) => writing.objectStore('outbox').put((stored[index] as { box: Box }).box, key)),
		acked.delete(allOf(person)),
	]);
}

function remember({ now }: Desk, { position, arrived, gone, taken, refused }: Prepared): void {
	const base = new Map(now.base);
	const touched = new Set([...arrived, ...gone].map(({ table }) => table));
	const tables = new Map([...touched].map((table) => [table, new Map(base.get(table))]));
	for (const { table, row, key, load } of arrived) tables.get(table)?.set(row.id, { row, key, load });
	for (const { table, id } of gone) tables.get(table)?.delete(id);
	for (const [table, rows] of tables) base.set(table, rows);
	const changed = new Map(refused.map(({ entry }) => [entry.seq, entry]));
	now.base = base;
	now.entries = now.entries.filter((entry) => !taken.includes(entry)).map((entry) => changed.get(entry.seq) ?? entry);
	now.position = position;
	now.rev += 1;
}
