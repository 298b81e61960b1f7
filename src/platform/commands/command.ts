import type { GenericSchema, InferOutput } from 'valibot';
import type { Id } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Fact, FactGone, SameAs } from './fact.ts';
import type { Records } from './records.ts';
import type { Row, Table } from './table.ts';

/** The answer of a phone that does not hold what the rule needs: the server will decide. */
export const undecided = 'undecided';

/** One change to the records: a row as it becomes, or a scope that begins or ceases to see a row. */
export type Write =
	| Readonly<{ kind: 'put'; table: Table; row: Row; isNew?: true }>
	| Readonly<{ kind: 'show' | 'hide'; table: Table; id: Id; scope: Id }>
	| Readonly<{ kind: 'scope'; id: Id; scopeKind: 'programme' | 'partner' | 'organisation'; parent: Id }>;

/** Something that happened and that neighbours may react to. */
export type Event = Readonly<{ name: string } & Record<string, unknown>>;

/** What a rule decides: a refusal, "the server decides", or what is written, told and counted. */
export type Decision =
	| Refusal
	| typeof undecided
	| Readonly<{ writes: readonly Write[]; events?: readonly Event[]; facts?: readonly (Fact | FactGone)[]; same?: readonly SameAs[] }>;

/** Who acts; a rule may need to name the person, never the hour. */
export type Acting = Readonly<{ personId: Id }>;

/** Where the owning scope of a command is found: named in the input, or read from a record. */
export type ScopeSource = Readonly<{ kind: 'scope'; id: Id }> | Readonly<{ kind: 'record'; table: Table; id: Id }>;

/** An act a person can do. See STYLE, "A command". */
export type Command<S extends GenericSchema = GenericSchema, G = unknown> = Readonly<{
	name: string;
	version: number;
	place: 'field' | 'office';
	permission: string;
	input: S;
	scope(input: InferOutput<S>): ScopeSource;
	locks?(input: InferOutput<S>): readonly (readonly [Table, Id])[];
	gather(records: Records, input: InferOutput<S>): Promise<G>;
	decide(gathered: G, input: InferOutput<S>, acting: Acting): Decision;
}>;

/** What a capability does when a neighbour's event happens: pure, in the same transaction. */
export type Reaction<E extends Event = Event, G = unknown> = Readonly<{
	on: E['name'];
	gather(records: Records, event: E): Promise<G>;
	react(gathered: G, event: E, acting: Acting): Exclude<Decision, Refusal | typeof undecided>;
}>;

/** Declares a command; its input and what it gathers give the types of its rule. */
export function defineCommand<S extends GenericSchema, G>(command: Command<S, G>): Command<S, G> {
	return command;
}

/** Declares a reaction to a neighbour's event. */
export function defineReaction<E extends Event, G>(reaction: Reaction<E, G>): Reaction<E, G> {
	return reaction;
}

/** Adds a row that must not exist yet. */
export function add<R extends Row>(table: Table<R>, row: R): Write {
	return { kind: 'put', table, row, isNew: true };
}

/** Writes a row that the command read, as it becomes. */
export function put<R extends Row>(table: Table<R>, row: R): Write {
	return { kind: 'put', table, row };
}

/** Writes a row over the one that stands in its place, or adds it when none does. */
export function addOrPut<R extends Row>(table: Table<R>, standing: R | undefined, row: R): Write {
	return standing ? put(table, row) : add(table, row);
}

/** Lets one more scope see a row it neither owns nor is named in. */
export function show<R extends Row>(table: Table<R>, id: Id, scope: Id): Write {
	return { kind: 'show', table, id, scope };
}

/** Takes back what `show` gave. */
export function hide<R extends Row>(table: Table<R>, id: Id, scope: Id): Write {
	return { kind: 'hide', table, id, scope };
}

/** The scope named in the input owns what is written. */
export function scope(id: Id): ScopeSource {
	return { kind: 'scope', id };
}

/** The scope that owns a record, read by the runner; a missing record is refused like one that may not be seen. */
export function scopeOf<R extends Row>(table: Table<R>, id: Id): ScopeSource {
	return { kind: 'record', table, id };
}

/** Opens a scope under another. It must not exist yet. */
export function openScope(id: Id, scopeKind: 'programme' | 'partner' | 'organisation', parent: Id): Write {
	return { kind: 'scope', id, scopeKind, parent };
}
