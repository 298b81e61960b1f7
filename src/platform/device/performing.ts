import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { newId } from '#kernel/ids.ts';
import type { Command } from '#platform/commands/command.ts';
import { allOf, strictly } from './device-store.ts';
import type { Desk, Entry } from './desk.ts';
import { judge, show, type Judged } from './judging.ts';
import { places, readAgain } from './opening.ts';
import { bytesOf, markOf } from './vault.ts';

/** What a save answers: kept on this phone for good, or why not. */
export type Saved = Readonly<{ kind: 'saved'; id: string }>;

// A request takes 64 kB; a single command must leave room for what goes around it.
const LARGEST_COMMAND = 48 * 1024;
const SAME_NUMBER_TRIES = 5;

/**
 * Does an act on this phone: judges it by the command's own rule, keeps it, and shows it.
 * Resolves as saved only once it is on the disk; else returns the refusal people read, and keeps nothing.
 */
export function performHere(desk: Desk, command: Command, input: unknown): Promise<Saved | Refusal> {
	return desk.inTurn(async () => {
		const id = newId(desk.phone.around.now());
		try {
			for (let tries = 0; tries < SAME_NUMBER_TRIES; tries++) {
				const judged = await judge(desk, command, input);
				if (isRefusal(judged)) return judged;
				const kept = await keep(desk, judged, { id, name: command.name, version: command.version, input });
				if (kept) return kept;
				// Another tab has just taken the number: judge again over what it wrote.
				await readAgain(desk);
			}
		} catch (failure) {
			return refuse((failure as { name?: unknown }).name === 'QuotaExceededError' ? 'device.no-room' : 'device.not-kept');
		}
		return refuse('device.not-kept');
	});
}

async function keep(desk: Desk, judged: Judged, command: Pick<Entry, 'id' | 'name' | 'version' | 'input'>): Promise<Saved | Refusal | undefined> {
	const sent = { i: command.id, n: command.name, v: command.version, d: command.input };
	if (bytesOf(JSON.stringify(sent)).length > LARGEST_COMMAND) return refuse('device.too-much');
	const { phone, person, now } = desk;
	const seq = await nextNumber(desk);
	const { writes, reads } = judged;
	const entry: Entry = { seq, ...command, savedAt: phone.around.now(), writes, reads };
	const box = await desk.vault.seal(places.command(person, seq), entry);
	const carried = { person, seq, sealed: await desk.seal(sent) };
	const mark = await markOf(command.id);
	const writing = strictly(phone.store, ['outbox', 'envelopes']);
	try {
		await Promise.all([writing.objectStore('outbox').add(box, [person, seq]), writing.objectStore('envelopes').put(carried, mark), writing.done]);
	} catch (failure) {
		await writing.done.catch(() => undefined);
		if ((failure as { name?: unknown }).name === 'ConstraintError') return undefined;
		throw failure;
	}
	now.entries = [...now.entries, entry];
	show(desk, judged);
	return { kind: 'saved', id: command.id };
}

async function nextNumber({ phone, person }: Desk): Promise<number> {
	const reading = phone.store.transaction(['outbox', 'acked']);
	const last = await Promise.all([
		reading.objectStore('outbox').openKeyCursor(allOf(person), 'prev'),
		reading.objectStore('acked').openKeyCursor(allOf(person), 'prev'),
	]);
	return Math.max(0, ...last.map((cursor) => cursor?.key[1] ?? 0)) + 1;
}
