import type { Registry } from '#platform/commands/registry.ts';
import type { DeviceStore } from './device-store.ts';

/** An answer of the server; `at` is its own clock in milliseconds, where it says so. */
export type Reply = Readonly<{ status: number; text: string; at: number | undefined }>;

/** What tells the other tabs that something was stored. */
export type Bell = Readonly<{ ring(): void; close(): void }>;

/** Everything around the engine that is not the store: a test hands over others. */
export type Surroundings = Readonly<{
	/** Sends a body; rejects when there is no network, or no answer within a minute. */
	post(path: string, body: string): Promise<Reply>;
	/** The clock that people read. It may be wrong by years: no rule and no order depends on it. */
	now(): number;
	/** Milliseconds that only go forward. */
	elapsed(): number;
	/** Between 0 and 1. */
	chance(): number;
	after(milliseconds: number, act: () => void): () => void;
	/** Calls when there may be a network again; it is only a hint. Returns what ends it. */
	whenOnline(act: () => void): () => void;
	locks: Pick<LockManager, 'request'> | undefined;
	bell(onring: () => void): Bell;
	/** Where this phone's number outlives its store, so that a store emptied by the browser is noticed. */
	remembered: Readonly<{ read(): string | undefined; write(device: string): void }>;
	/** How many rounds a new PIN gets. */
	rounds(): Promise<number>;
}>;

/** What the engine is told of the programme: the commands that exist, and the tables whose rows come to phones. */
export type Catalogue = Pick<Registry, 'commands' | 'collections'>;

/** A phone that can keep records: its store, its surroundings, and the catalogue. */
export type Phone = Readonly<{ store: DeviceStore; around: Surroundings; catalogue: Catalogue }>;
