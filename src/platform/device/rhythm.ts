import type { Desk } from './desk.ts';
import { exchange, type Ending } from './exchange.ts';
import { oneSender } from './one-sender.ts';
import { mayGo, trimRing } from './outbox.ts';

/** Where the person's work is, for the strip on top of every page. `why` tells what waiting waits for. */
export type Status = Readonly<{
	state: 'sent' | 'saved' | 'sending' | 'waiting' | 'refused';
	unsent: number;
	refused: number;
	/** Milliseconds: when all was sent; when waiting, since when. */
	since: number | undefined;
	why: Exclude<Ending, 'done'> | undefined;
}>;

/** Sends at the right moments, until it is stopped. */
export type Rhythm = Readonly<{ status(): Status; saved(): void; sendNow(): Promise<void>; stop(): void }>;

const SOON = 1_500;
const FIVE_MINUTES = 300_000;
const HALF_AN_HOUR = 1_800_000;
const SHORTEST_WAIT = 5_000;
const BUSY_WAIT = 15_000;
const TIMES_BUSY = 8;
const A_DAY = 86_400_000;

type Beating = {
	ending: Ending | undefined;
	failures: number;
	timesBusy: number;
	sending: number | undefined;
	sentAt: number | undefined;
	failedAt: number | undefined;
	trimmed: boolean;
	running: Promise<void> | undefined;
	again: boolean;
	stopped: boolean;
	cancel: () => void;
	next: number;
};

/**
 * Sends a desk's commands soon after each save, when the network comes back, every five minutes, and when asked; after a
 * failure it waits longer each time, up to half an hour. Never asks the phone whether there is a network: it tries.
 * `told` is called whenever the status may have changed.
 */
export function keepSending(desk: Desk, told: () => void): Rhythm {
	const { around } = desk.phone;
	const beating: Beating = {
		ending: undefined,
		failures: 0,
		timesBusy: 0,
		sending: undefined,
		sentAt: undefined,
		failedAt: undefined,
		trimmed: false,
		running: undefined,
		again: false,
		stopped: false,
		cancel: () => undefined,
		next: Infinity,
	};
	const patience = patienceOf(around);

	function plan(milliseconds: number): void {
		if (beating.stopped) return;
		beating.cancel();
		beating.next = around.elapsed() + milliseconds;
		beating.cancel = around.after(milliseconds, () => void run());
	}

	async function send(): Promise<void> {
		const ending = await exchange(desk, {
			...patience,
			onsending: (count) => tell({ sending: count > 0 ? count : undefined }),
			onreceived: (at) => void trim(at ?? around.now()),
		});
		const failed = ending !== 'done';
		tell({
			ending,
			sending: undefined,
			timesBusy: 0,
			failures: failed ? beating.failures + 1 : 0,
			failedAt: failed ? (beating.failedAt ?? around.now()) : undefined,
			sentAt: failed ? beating.sentAt : around.now(),
		});
	}

	async function trim(at: number): Promise<void> {
		if (beating.trimmed) return;
		beating.trimmed = true;
		await trimRing(desk, Math.floor(at / A_DAY));
	}

	function run(): Promise<void> {
		if (beating.stopped) return Promise.resolve();
		if (beating.running) beating.again = true;
		beating.running ??= turn().finally(() => {
			beating.running = undefined;
			const wait = pauseAfter(beating, around.chance());
			plan(beating.again && beating.failures === 0 ? SOON : wait);
			beating.again = false;
		});
		return beating.running;
	}

	async function turn(): Promise<void> {
		beating.cancel();
		const isOurs = await oneSender(desk.phone, beating.timesBusy >= TIMES_BUSY, send).catch(() => {
			// The store is in trouble, or the turn was taken from us.
			tell({ sending: undefined, failures: beating.failures + 1, ending: 'server' });
			return true;
		});
		if (!isOurs) beating.timesBusy += 1;
	}

	function tell(changed: Partial<Beating>): void {
		Object.assign(beating, changed);
		if (!beating.stopped) told();
	}

	plan(0);
	return {
		status: () => statusOf(desk, beating),
		saved() {
			// Marks come in rows: a moment later they go together. Without network the next try stays where it is.
			if (beating.running) beating.again = true;
			else if (beating.failures === 0 || beating.next - around.elapsed() > 60_000) plan(beating.failures === 0 ? SOON : 60_000);
		},
		sendNow: run,
		stop() {
			beating.stopped = true;
			beating.cancel();
		},
	};
}

function pauseAfter({ failures, timesBusy }: Beating, chance: number): number {
	if (timesBusy > 0) return BUSY_WAIT;
	if (failures === 0) return FIVE_MINUTES;
	return Math.min(HALF_AN_HOUR, SHORTEST_WAIT * 2 ** (failures - 1)) * (0.5 + chance);
}

function statusOf({ now }: Desk, { ending, sending, sentAt, failedAt }: Beating): Status {
	const refused = now.entries.filter((entry) => entry.refusal).length;
	const unsent = now.entries.length - refused;
	const why = ending === 'done' ? undefined : ending;
	const state = sending ? 'sending' : refused > 0 ? 'refused' : unsent === 0 ? 'sent' : why ? 'waiting' : 'saved';
	return { state, unsent, refused, since: state === 'waiting' ? failedAt : state === 'sent' ? sentAt : undefined, why };
}

function patienceOf(around: Desk['phone']['around']) {
	const tried = new Map<string, { times: number; until: number }>();
	return {
		isHeldBack: (key: string) => (tried.get(key)?.until ?? -Infinity) > around.elapsed(),
		holdBack(key: string) {
			const times = (tried.get(key)?.times ?? 0) + 1;
			tried.set(key, { times, until: around.elapsed() + Math.min(HALF_AN_HOUR, 30_000 * 2 ** (times - 1)) });
		},
	};
}

/** How many commands wait behind a refused or held one rather than for the network. */
export function countParked({ now }: Desk): number {
	return now.entries.filter((entry) => !entry.refusal).length - mayGo(now.entries, () => false).length;
}
