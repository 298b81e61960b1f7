import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { findScan } from '#capabilities/registry/server/history-reads.ts';
import type { Refused } from './form.ts';
import { receiveScanAs } from './receiving-scans.ts';

/** Takes the photograph or scan of a legal act from a form; see `receiveScanAs`. Returns what went wrong, or nothing. */
export async function receiveScan(event: RequestEvent, organisationId: string): Promise<ActionFailure<Refused> | undefined> {
	const data = await event.request.formData();
	const { visitor, app } = event.locals;
	const actId = data.get('lineId');
	const unfolded = `?/scan ${String(actId)}`;
	if (!visitor || !isId(actId)) return fail(422, { refusal: refuse('platform.not-permitted'), field: 'scan', typed: { scan: '', unfolded } });
	return receiveScanAs(event, data, {
		...{ unfolded, ownerId: actId, command: 'registry.attach-scan', input: { organisationId, actId } },
		async kept(id) {
			const scan = await app.readers.as(visitor.personId, (reading) => findScan(reading, id));
			return scan && (scan.organisationId === organisationId ? 'here' : 'elsewhere');
		},
	});
}
