import { newId } from '#kernel/ids.ts';
import type { Phone } from './phone.ts';

const LOCK = 'shigikira-sender';
const ROW: [string, string] = ['', 'sender'];
// A tab that the phone froze gives no sign any more.
const SILENT = 60_000;

/**
 * Lets one tab of this phone send at a time. Returns whether it was this one's turn; `takeOver` takes the turn from a tab
 * that has had it for too long. Two senders would do no harm (each storing is checked), only waste.
 */
export async function oneSender({ store, around }: Phone, takeOver: boolean, send: () => Promise<void>): Promise<boolean> {
	if (around.locks) {
		return around.locks.request(LOCK, takeOver ? { steal: true } : { ifAvailable: true }, async (lock) => {
			if (lock) await send();
			return lock !== null;
		});
	}
	const holder = newId();
	if (!(await takeRow({ store, around }, holder, takeOver))) return false;
	try {
		await send();
	} finally {
		if ((await store.get('meta', ROW))?.holder === holder) await store.delete('meta', ROW);
	}
	return true;
}

async function takeRow({ store, around }: Pick<Phone, 'store' | 'around'>, holder: string, takeOver: boolean): Promise<boolean> {
	const writing = store.transaction('meta', 'readwrite');
	const row = await writing.store.get(ROW);
	const silence = Math.abs(around.now() - (row?.beat ?? 0));
	const isFree = !row || takeOver || silence > SILENT;
	if (isFree) await writing.store.put({ rev: 0, beat: around.now(), holder }, ROW);
	await writing.done;
	return isFree;
}
