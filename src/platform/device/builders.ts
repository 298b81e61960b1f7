import { webcrypto } from 'node:crypto';
import * as v from 'valibot';
import { newId, type Id } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, undecided, type Command } from '#platform/commands/command.ts';
import { unknown, type Records } from '#platform/commands/records.ts';
import { defineTable, id, type Row, type Table } from '#platform/commands/table.ts';
import { syncRequest, type SyncAnswer, type SyncRequest } from '#platform/sync/wire.ts';
import type { Catalogue } from './phone.ts';

// A made-up capability: boxes that people put stones into. A stone that counts twice, or not at all, shows.
export const boxes = defineTable('stones.boxes', { id, scopeId: id, stones: v.number(), label: v.string() });
export const marks = defineTable('stones.marks', { id, scopeId: id, boxId: id });

/** Puts stones into a box. Refuses more than nine at once. */
export const putStones = defineCommand({
	name: 'stones.put',
	version: 1,
	place: 'field',
	permission: 'stones.put',
	input: v.object({ boxId: id, stones: v.number(), label: v.optional(v.string(), '') }),
	scope: ({ boxId }) => scopeOf(boxes, boxId),
	locks: ({ boxId }) => [[boxes, boxId]],
	gather: (records, { boxId }) => records.find(boxes, boxId),
	decide(box, { stones }) {
		if (stones > 9) return refuse('stones.too-many', { most: 9 });
		if (box === unknown) return undecided;
		if (!box) return refuse('stones.no-box');
		return { writes: [put(boxes, { ...box, stones: box.stones + stones })] };
	},
});

/** Opens a box in a scope. */
export const openBox = defineCommand({
	name: 'stones.open',
	version: 1,
	place: 'field',
	permission: 'stones.put',
	input: v.object({ boxId: id, scopeId: id, label: v.string() }),
	scope: ({ scopeId }) => ({ kind: 'scope', id: scopeId }),
	gather: async () => undefined,
	decide: (_, { boxId, scopeId, label }) => ({ writes: [put(boxes, { id: boxId, scopeId, stones: 0, label })] }),
});

/** Marks a box; reads it, and writes another row. */
export const markBox = defineCommand({
	name: 'stones.mark',
	version: 1,
	place: 'field',
	permission: 'stones.put',
	input: v.object({ id, boxId: id }),
	scope: ({ boxId }) => scopeOf(boxes, boxId),
	gather: (records, { boxId }) => records.find(boxes, boxId),
	decide(box, { id: markId, boxId }) {
		if (box === unknown) return undecided;
		if (!box) return refuse('stones.no-box');
		return { writes: [put(marks, { id: markId, scopeId: box.scopeId, boxId })] };
	},
});

// What a catalogue holds of a command does not depend on its input.
const commands = [putStones, openBox, markBox] as unknown as readonly Command[];

export const catalogue: Catalogue = {
	commands: new Map(commands.map((command) => [command.name, command])),
	collections: new Map([boxes, marks].map((table) => [table.name, table as unknown as Table])),
};

type Stored = { row: Row; table: string; scopes: readonly Id[] };
type Kept = {
	rows: Map<Id, Stored>;
	changes: { seq: number; scope: Id; id: Id; table: string }[];
	outcomes: Map<Id, Refusal | 'applied'>;
	log: Id[];
	seq: number;
};

/** A server in memory that keeps what the protocol promises. What it refuses, holds or stumbles over is said by the test. */
export class ModelServer {
	epoch = 3;
	readonly scopes = new Map<Id, Set<Id>>();
	readonly requests: SyncRequest[] = [];
	readonly pageSize = 3;
	readonly #keys: webcrypto.CryptoKeyPair;
	readonly #lanes = new Map<string, string>();
	#kept: Kept = { rows: new Map(), changes: [], outcomes: new Map(), log: [], seq: 0 };
	#backup: Kept | undefined;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(keys: webcrypto.CryptoKeyPair) {
		this.#keys = keys;
	}

	/** Says what the model does with a command besides its rule. */
	whim: (command: { i: Id; n: string; d: unknown }) => 'crash' | 'held' | Refusal | undefined = () => undefined;

	put<R extends Row>(table: Table<R>, row: R): void {
		this.#put(table.name, row);
	}

	rowsFor(account: Id, table: Table): readonly Row[] {
		return [...this.#kept.rows.values()].filter((stored) => stored.table === table.name && this.#sees(account, stored.row)).map(({ row }) => row);
	}

	outcome(command: Id): Refusal | 'applied' | undefined {
		return this.#kept.outcomes.get(command);
	}

	applied(): readonly Id[] {
		return this.#kept.log;
	}

	backUp(): void {
		this.#backup = copyOf(this.#kept);
	}

	restore(): void {
		this.#kept = copyOf(this.#backup ?? this.#kept);
		this.epoch += 1;
	}

	answer(path: string, account: Id | undefined, body: string): Promise<{ status: number; text: string }> {
		const mine = this.#turn.then(() => (path.endsWith('/lane') ? this.#lane(account, JSON.parse(body) as { d?: Id }) : this.#sync(account, body)));
		this.#turn = mine.catch(() => undefined);
		return mine.catch(() => ({ status: 500, text: 'broken' }));
	}

	async #lane(account: Id | undefined, { d = newId() }: { d?: Id }) {
		if (!account) return { status: 401, text: '' };
		const secret = newId();
		this.#lanes.set(`${d} ${account}`, secret);
		const publicKey = await webcrypto.subtle.exportKey('jwk', this.#keys.publicKey);
		return { status: 200, text: JSON.stringify({ d, a: account, secret, publicKey, e: this.epoch, name: 'Béatrice CANARY' }) };
	}

	async #sync(account: Id | undefined, body: string) {
		if (!account) return { status: 401, text: '' };
		const request = v.parse(syncRequest, JSON.parse(body));
		if (request.a && request.a !== account) return { status: 409, text: '' };
		this.requests.push(request);
		const results: NonNullable<SyncAnswer['r']> = [];
		for (const command of request.o) results.push(await this.#take(account, command));
		const taken: Id[] = [];
		for (const sealed of request.x) {
			const inside = await this.#unseal(sealed);
			if (this.#lanes.get(`${inside.device} ${inside.account}`) !== inside.secret) continue;
			if ((await this.#take(inside.account, inside.command))[1] !== 'held') taken.push(inside.command.i);
		}
		const answer = { ...this.#feed(account, request), ...(results.length > 0 && { r: results }), ...(taken.length > 0 && { x: taken }) };
		return { status: 200, text: JSON.stringify(answer) };
	}

	async #take(account: Id, command: { i: Id; n: string; v: number; d?: unknown }): Promise<NonNullable<SyncAnswer['r']>[number]> {
		const before = this.#kept.outcomes.get(command.i);
		const whim = before ? undefined : this.whim({ i: command.i, n: command.n, d: command.d });
		if (whim === 'crash') throw new Error('crash');
		if (whim === 'held') return [command.i, 'held'];
		const said = before ?? whim ?? (await this.#judged(account, command));
		this.#kept.outcomes.set(command.i, said);
		return said === 'applied' ? [command.i, 'applied'] : [command.i, 'refused', { key: said.key, params: said.params }];
	}

	async #judged(account: Id, { i, n, d }: { i: Id; n: string; d?: unknown }): Promise<Refusal | 'applied'> {
		const command = catalogue.commands.get(n) as Command;
		const input: unknown = v.parse(command.input, d);
		const decision = command.decide(await command.gather(this.#records(), input), input, { personId: account });
		if (isRefusal(decision)) return decision;
		if (decision === undecided) throw new Error('undecided');
		for (const write of decision.writes) {
			if (write.kind !== 'put') continue;
			if (!this.#sees(account, write.row)) return refuse('platform.not-permitted');
			this.#put(write.table.name, write.row);
		}
		this.#kept.log.push(i);
		return 'applied';
	}

	#records(): Records {
		const find = async (_: Table, rowId: Id) => this.#kept.rows.get(rowId)?.row;
		return { find: find as Records['find'], hold: find as Records['hold'], list: async () => [] };
	}

	#put(table: string, row: Row): void {
		const kept = this.#kept;
		const before = kept.rows.get(row.id)?.scopes ?? [];
		kept.rows.set(row.id, { row, table, scopes: [row.scopeId] });
		for (const scope of new Set([...before, row.scopeId])) {
			kept.seq += 1;
			const others = kept.changes.filter((change) => change.id !== row.id || change.scope !== scope);
			kept.changes = [...others, { seq: kept.seq, scope, id: row.id, table }];
		}
	}

	#sees(account: Id, row: Row): boolean {
		return this.scopes.get(account)?.has(row.scopeId) ?? false;
	}

	#feed(account: Id, { e, c, s }: SyncRequest): SyncAnswer {
		const held = this.scopes.get(account) ?? new Set();
		const hash = `h${[...held]
			.sort()
			.map((scope) => scope.slice(-3))
			.join('')}`;
		const isSame = e === this.epoch && s === hash;
		const cursor = isSame ? c : 0;
		const newer = this.#kept.changes.filter(({ seq, scope }) => seq > cursor && held.has(scope)).slice(0, this.pageSize);
		const t: Record<string, Record<string, unknown>[]> = {};
		const l: [string, Id][] = [];
		for (const { id, table } of newer) {
			const stored = this.#kept.rows.get(id);
			if (stored && this.#sees(account, stored.row)) (t[table] ??= []).push(stored.row);
			else if (cursor > 0) l.push([table, id]);
		}
		return {
			e: this.epoch,
			c: newer.at(-1)?.seq ?? cursor,
			...(newer.length === this.pageSize && { m: 1 as const }),
			...(!isSame && { s: hash }),
			...(Object.keys(t).length > 0 && { t }),
			...(l.length > 0 && { l }),
		};
	}

	async #unseal({ k, n, c }: SyncRequest['x'][number]) {
		const raw = await webcrypto.subtle.decrypt({ name: 'RSA-OAEP' }, this.#keys.privateKey, Buffer.from(k, 'base64'));
		const key = await webcrypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
		const text = await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv: Buffer.from(n, 'base64') }, key, Buffer.from(c, 'base64'));
		return JSON.parse(Buffer.from(text).toString()) as {
			account: Id;
			device: Id;
			secret: string;
			command: { i: Id; n: string; v: number; d: unknown };
		};
	}
}

/** Makes a model server with keys of its own. */
export async function aServer(): Promise<ModelServer> {
	const how = { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
	return new ModelServer(await webcrypto.subtle.generateKey(how, true, ['encrypt', 'decrypt']));
}

function copyOf(kept: Kept): Kept {
	return { rows: new Map(kept.rows), changes: [...kept.changes], outcomes: new Map(kept.outcomes), log: [...kept.log], seq: kept.seq };
}
