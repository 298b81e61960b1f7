import type { Desk } from './desk.ts';
import { exchange, type Ending } from './exchange.ts';
import { oneSender } from './one-sender.ts';
import { trimRing, type Patience } from './outbox.ts';

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
const A_MINUTE = 60_000;
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

type Sender = Readonly<{ desk: Desk; told: () => void; patience: Patience; beating: Beating }>;

/**
 * Sends a desk's commands soon after each save, when the network comes back, every five minutes, and when asked; after a
 * failure it waits longer each time, up to half an hour. Never asks the phone whether there is a network: it tries.
 * `told` is called whenever the status may have changed.
 */
export function keepSending(desk: Desk, told: () => void): Rhythm {
	const sender: Sender = { desk, told, patience: patienceOf(desk.phone.around), beating: { ...ATREST } };
	plan(sender, 0);
	const deaf = desk.phone.around.whenOnline(() => void run(sender));
	return {
		status: () => statusOf(sender),
		saved: () => saved(sender),
		sendNow: () => run(sender),
		stop() {
			sender.beating.stopped = true;
			sender.beating.cancel();
			deaf();
		},
	};
}

const ATREST: Beating = {
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

function plan(sender: Sender, milliseconds: number): void {
	const { beating, desk } = sender;
	if (beating.stopped) return;
	beating.cancel();
	beating.next = desk.phone.around.elapsed() + milliseconds;
	beating.cancel = desk.phone.around.after(milliseconds, () => void run(sender));
}

// Marks come in rows: a moment later they go together. Without network the next try stays where it is, unless it is far.
function saved(sender: Sender): void {
	const { beating, desk } = sender;
	if (beating.running) beating.again = true;
	else if (beating.failures === 0) plan(sender, SOON);
	else if (beating.next - desk.phone.around.elapsed() > A_MINUTE) plan(sender, A_MINUTE);
}

function run(sender: Sender): Promise<void> {
	const { beating } = sender;
	if (beating.stopped) return Promise.resolve();
	if (beating.running) beating.again = true;
	beating.running ??= turn(sender).finally(() => {
		beating.running = undefined;
		plan(sender, beating.again && beating.failures === 0 ? SOON : pauseAfter(beating, sender.desk.phone.around.chance()));
		beating.again = false;
	});
	return beating.running;
}

async function turn(sender: Sender): Promise<void> {
	const { beating, desk } = sender;
	beating.cancel();
	const isOurs = await oneSender(desk.phone, beating.timesBusy >= TIMES_BUSY, () => send(sender)).catch(() => {
		// The store is in trouble, or the turn was taken from us.
		tell(sender, { sending: undefined, failures: beating.failures + 1, ending: 'server' });
		return true;
	});
	if (!isOurs) beating.timesBusy += 1;
}

async function send(sender: Sender): Promise<void> {
	const { beating, desk, patience } = sender;
	const ending = await exchange(desk, {
		...patience,
		onsending: (count) => tell(sender, { sending: count > 0 ? count : undefined }),
		onreceived: (at) => void trim(sender, at ?? desk.phone.around.now()),
	});
	const rest = { ending, sending: undefined, timesBusy: 0 };
	const now = desk.phone.around.now();
	if (ending === 'done') tell(sender, { ...rest, failures: 0, failedAt: undefined, sentAt: now });
	else tell(sender, { ...rest, failures: beating.failures + 1, failedAt: beating.failedAt ?? now });
}

async function trim({ beating, desk }: Sender, at: number): Promise<void> {
	if (beating.trimmed) return;
	beating.trimmed = true;
	// What could not be let go of now is let go of another day.
	await trimRing(desk, Math.floor(at / A_DAY)).catch(() => undefined);
}

function tell({ beating, told }: Sender, changed: Partial<Beating>): void {
	Object.assign(beating, changed);
	if (!beating.stopped) told();
}

function pauseAfter({ failures, timesBusy }: Beating, chance: number): number {
	if (timesBusy > 0) return BUSY_WAIT;
	if (failures === 0) return FIVE_MINUTES;
	return Math.min(HALF_AN_HOUR, SHORTEST_WAIT * 2 ** (failures - 1)) * (0.5 + chance);
}

function statusOf({ desk: { now }, beating: { ending, sending, sentAt, failedAt } }: Sender): Status {
	const refused = now.entries.filter((entry) => entry.refusal).length;
	const unsent = now.entries.length - refused;
	const why = ending === 'done' ? undefined : ending;
	const state = sending ? 'sending' : refused > 0 ? 'refused' : unsent === 0 ? 'sent' : why ? 'waiting' : 'saved';
	return { state, unsent, refused, since: state === 'waiting' ? failedAt : state === 'sent' ? sentAt : undefined, why };
}

function patienceOf(around: Desk['phone']['around']): Patience {
	const tried = new Map<string, { times: number; until: number }>();
	return {
		isHeldBack: (key) => (tried.get(key)?.until ?? -Infinity) > around.elapsed(),
		timesHeld: (key) => tried.get(key)?.times ?? 0,
		holdBack(key) {
			const times = (tried.get(key)?.times ?? 0) + 1;
			tried.set(key, { times, until: around.elapsed() + Math.min(HALF_AN_HOUR, 30_000 * 2 ** (times - 1)) });
		},
	};
}
