import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { refuse } from '#kernel/refusal.ts';
import { findSheetScan } from '#capabilities/training/server/sheet-reads.ts';
import type { Refused } from './form.ts';
import { receiveScanAs } from './receiving-scans.ts';

/** Takes the photograph or scan of a signed sheet from a form; see `receiveScanAs`. Returns what went wrong, or nothing. */
export async function receiveSheetScan(event: RequestEvent, sessionId: string): Promise<ActionFailure<Refused> | undefined> {
	const { visitor, app } = event.locals;
	const unfolded = '?/scan';
	if (!visitor) return fail(422, { refusal: refuse('platform.not-permitted'), field: 'scan', typed: { scan: '', unfolded } });
	return receiveScanAs(event, await event.request.formData(), {
		...{ unfolded, ownerId: sessionId, command: 'training.attach-sheet-scan', input: { sessionId } },
		async kept(id) {
			const scan = await app.readers.as(visitor.personId, (reading) => findSheetScan(reading, id));
			return scan && (scan.sessionId === sessionId ? 'here' : 'elsewhere');
		},
	});
}
