import * as v from 'valibot';
import { MOST_COMMANDS, PROTOCOL, syncAnswer, type SyncAnswer } from '#platform/sync/wire.ts';
import type { Desk, Position } from './desk.ts';
import { forgetLeft, nextLoad, onWire, type Load, type Patience } from './outbox.ts';
import { readAgain } from './opening.ts';
import type { Reply } from './phone.ts';
import { receive } from './receiving.ts';
import { markOf } from './vault.ts';

/** How an exchange with the server ended; all but `done` are tried again. */
export type Ending = 'done' | 'no-network' | 'sign-in' | 'somebody-else' | 'server';

type Watching = Patience & Readonly<{ onsending(count: number): void; onreceived(at: number | undefined): void }>;

/**
 * Exchanges with the server until neither side has anything left: commands up, rows down, page by page.
 * When the server cannot take a load, it is asked with nothing, then with halves, until the one command it stumbles over is
 * found and held back: the others go.
 */
export async function exchange(desk: Desk, watching: Watching): Promise<Ending> {
	let most = MOST_COMMANDS;
	let stumbled: Load | undefined;
	for (;;) {
		const { load, asked } = await desk.inTurn(async () => {
			await readAgain(desk);
			return { load: await nextLoad(desk, watching, most), asked: { ...desk.now } };
		});
		watching.onsending(load.entries.length);
		const reply = await ask(desk, asked.position, load);
		const answer = reply && understood(reply);
		if (!answer) {
			const ending = endingOf(reply);
			if (ending !== 'server' || sizeOf(load) === 0) return ending;
			stumbled = load;
			most = 0;
			continue;
		}
		if (!(await desk.inTurn(() => receive(desk, answer, { rev: asked.rev, at: reply.at })))) continue;
		await holdBackUntaken(load, answer, watching);
		watching.onreceived(reply.at);

		if (stumbled) {
			if (sizeOf(stumbled) === 1) await holdBackAll(stumbled, watching);
			most = sizeOf(stumbled) === 1 ? MOST_COMMANDS : Math.ceil(sizeOf(stumbled) / 2);
			stumbled = undefined;
			continue;
		}
		most = MOST_COMMANDS;
		const isMoving = answer.m === 1 && (answer.c !== asked.position.cursor || answer.s !== undefined);
		if (isMoving || sizeOf(load) > 0) continue;
		await forgetLeft(desk);
		return 'done';
	}
}

async function ask({ phone, lane }: Desk, { cursor, scopes, epoch, emptied }: Position, { entries, carried }: Load): Promise<Reply | undefined> {
	const request = {
		p: PROTOCOL,
		d: lane.device,
		a: lane.account,
		...(epoch > 0 && { e: epoch }),
		...(cursor > 0 && { c: cursor }),
		...(scopes !== '' && { s: scopes }),
		...(entries.length > 0 && { o: entries.map(onWire) }),
		...(carried.length > 0 && { x: carried.map(({ sealed }) => sealed) }),
		...(emptied && { ev: 1 }),
	};
	return phone.around.post('/api/sync', JSON.stringify(request)).catch(() => undefined);
}

// A page of a telephone company, or of anyone on the way, is no answer.
function understood({ status, text }: Reply): SyncAnswer | undefined {
	if (status !== 200) return undefined;
	try {
		const parsed = v.safeParse(syncAnswer, JSON.parse(text));
		return parsed.success ? parsed.output : undefined;
	} catch {
		return undefined;
	}
}

function endingOf(reply: Reply | undefined): Ending {
	if (!reply || reply.status === 200) return 'no-network';
	if (reply.status === 401) return 'sign-in';
	return reply.status === 409 ? 'somebody-else' : 'server';
}

function sizeOf({ entries, carried }: Load): number {
	return entries.length + carried.length;
}

async function holdBackUntaken({ entries, carried }: Load, { r = [], x = [] }: SyncAnswer, { holdBack }: Patience): Promise<void> {
	const answered = new Set(r.filter(([, said]) => said !== 'held').map(([id]) => id));
	for (const { id } of entries) if (!answered.has(id)) holdBack(id);
	const taken = new Set(await Promise.all(x.map(markOf)));
	for (const { mark } of carried) if (!taken.has(mark)) holdBack(mark);
}

async function holdBackAll({ entries, carried }: Load, { holdBack }: Patience): Promise<void> {
	for (const key of [...entries.map(({ id }) => id), ...carried.map(({ mark }) => mark)]) holdBack(key);
}
