import { createHash } from 'node:crypto';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { findScan } from '#capabilities/registry/server/history-reads.ts';
import { cleaned } from '#platform/commands/words.ts';
import { runCommand } from '#platform/commands/runner.ts';
import { kindOfBytes } from '#platform/files/kind-of-bytes.ts';
import { derivedId } from './derived-id.ts';
import { today, type Refused } from './form.ts';

const LARGEST = 5 * 1024 * 1024;

/**
 * Takes the photograph or scan of a legal act from a form, keeps its bytes, and then the record that says whose it is: when the
 * record is refused, so are the bytes. The same file sent twice is kept once. Returns what went wrong, or nothing.
 */
export async function receiveScan(event: RequestEvent, organisationId: string): Promise<ActionFailure<Refused> | undefined> {
	const data = await event.request.formData();
	const [file, actId] = [data.get('scan'), data.get('lineId')];
	const back = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
		fail(422, { refusal: refuse(key, params), field: 'scan', typed: { scan: '', unfolded: `?/scan ${String(actId)}` } });
	if (!(file instanceof File) || file.size === 0) return back('registry.scan-none');
	if (file.size > LARGEST) return back('registry.scan-too-large');
	const bytes = new Uint8Array(await file.arrayBuffer());
	const type = kindOfBytes(bytes);
	if (!type) return back('registry.scan-kind');
	const { visitor, app } = event.locals;
	if (!visitor || !isId(actId)) return back('platform.not-permitted');
	const digest = createHash('sha256').update(bytes).digest('hex');
	// The number of the form and the bytes make the id: pressed twice, it is one scan; struck out and given again, another.
	const number = data.get('form');
	const id = derivedId(`scan ${isId(number) ? number : newId()} ${actId} ${digest}`);
	const before = await app.readers.as(visitor.personId, (reading) => findScan(reading, id));
	// Sent again, the page is there: nothing is done, and above all nothing is dropped.
	if (before) return before.organisationId === organisationId ? undefined : back('platform.not-permitted');
	await app.files.keep(id, bytes);
	const input = { id, organisationId, actId, name: nameOf(file), type, bytes: bytes.length, digest, addedOn: today() };
	const { outcome, refusal } = await runCommand(
		app.house,
		{ personId: visitor.personId },
		{ id: derivedId(`${id} attached`), name: 'registry.attach-scan', version: 1, input },
	);
	if (outcome === 'applied') return undefined;
	// Two of one form at one moment: the other may have been kept.
	const kept = await app.readers.as(visitor.personId, (reading) => findScan(reading, id));
	if (kept) return undefined;
	await app.files.drop(id);
	return back(refusal?.key ?? 'platform.not-carried-out', refusal?.params as Record<string, string | number>);
}

function nameOf({ name }: File): string {
	return cleaned(name.replace(/[/\\:*?"<>|\r\n]+/g, ' ')).slice(0, 120) || 'piece';
}
