import { createHash } from 'node:crypto';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { isId, newId, type Id } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { cleaned } from '#platform/commands/words.ts';
import type { Outcome } from '#platform/commands/outcome.ts';
import { runCommand } from '#platform/commands/runner.ts';
import { kindOfBytes } from '#platform/files/kind-of-bytes.ts';
import { derivedId } from './derived-id.ts';
import { today, type Refused } from './form.ts';

const LARGEST = 5 * 1024 * 1024;

/** What a scan that came is to be kept as: whose it is, the command that says so, and how to find it again. */
export type ScanWanted = Readonly<{
	/** What the page unfolds again when it was refused. */
	unfolded: string;
	/** The record it belongs to. */
	ownerId: Id;
	command: string;
	input: Readonly<Record<string, unknown>>;
	/** Whether a scan of that id is kept, as far as the person sees: for the owner named here, or for another. */
	kept: (id: Id) => Promise<'here' | 'elsewhere' | undefined>;
}>;

/**
 * Takes the photograph or scan of a form, keeps its bytes, and then the record that says whose it is: when the record is refused, so
 * are the bytes. The same file sent twice is kept once. Returns what went wrong, or nothing.
 */
export async function receiveScanAs(event: RequestEvent, data: FormData, wanted: ScanWanted): Promise<ActionFailure<Refused> | undefined> {
	const back = (refusal: Refusal) => fail(422, { refusal, field: 'scan', typed: { scan: '', unfolded: wanted.unfolded } });
	const file = data.get('scan');
	if (!(file instanceof File) || file.size === 0) return back(refuse('registry.scan-none'));
	if (file.size > LARGEST) return back(refuse('registry.scan-too-large'));
	const bytes = new Uint8Array(await file.arrayBuffer());
	const type = kindOfBytes(bytes);
	if (!type) return back(refuse('registry.scan-kind'));
	const digest = createHash('sha256').update(bytes).digest('hex');
	// The number of the form and the bytes make the id: pressed twice, it is one scan; retired and given again, another.
	const number = data.get('form');
	const id = derivedId(`scan ${isId(number) ? number : newId()} ${wanted.ownerId} ${digest}`);
	const before = await wanted.kept(id);
	// Sent again, the page is there: nothing is done, and above all nothing is dropped.
	if (before) return before === 'here' ? undefined : back(refuse('platform.not-permitted'));
	await event.locals.app.files.keep(id, bytes);
	const { outcome, refusal } = await recorded(event, wanted, { id, name: nameOf(file), type, bytes: bytes.length, digest, addedOn: today() });
	if (outcome === 'applied') return undefined;
	// Two of one form at one moment: the other may have been kept.
	if (await wanted.kept(id)) return undefined;
	await event.locals.app.files.drop(id);
	return back(refusal ?? refuse('platform.not-carried-out'));
}

function recorded({ locals }: RequestEvent, { command, input }: ScanWanted, scan: Readonly<Record<string, unknown>>): Promise<Outcome> {
	const id = derivedId(`${String(scan['id'])} attached`);
	if (!locals.visitor) return Promise.resolve({ id, outcome: 'refused', refusal: refuse('platform.not-permitted') });
	return runCommand(locals.app.house, { personId: locals.visitor.personId }, { id, name: command, version: 1, input: { ...input, ...scan } });
}

function nameOf({ name }: File): string {
	return cleaned(name.replace(/[/\\:*?"<>|\r\n]+/g, ' ')).slice(0, 120) || 'piece';
}
