import type { RequestEvent } from '@sveltejs/kit';
import { newId, type Id } from '#kernel/ids.ts';
import { organisationsThatMeet } from '#capabilities/registry/server/twins.ts';
import { runCommands } from '#platform/commands/runner.ts';
import { refuse } from '#kernel/refusal.ts';
import { findImport } from '#capabilities/registry/server/import-reads.ts';
import { beginRun, type Tells } from '#platform/jobs/runs.ts';
import { visitorOr } from './standing.ts';

const TOGETHER = 10;

/**
 * Looks, after an import, for twins of what it registered, while the person goes on: an import itself only keeps keys, so that its
 * transaction is short. When it is cut, whoever decides pairs has it done again (`/organisations/doublons`).
 */
export async function seekTwinsOfImport(event: RequestEvent, importId: Id): Promise<void> {
	const { app } = event.locals;
	const { personId } = visitorOr(event);
	const found = await app.readers.as(personId, (reading) => findImport(reading, importId));
	if (!found) return;
	const among = found.lines.filter(({ taken }) => taken).map(({ organisationId }) => organisationId);
	const { programmeId } = found.list;
	await beginSeeking(event, (tells) => seekTwins(event, programmeId, { among, tells }));
}

/** Looks for twins in a whole programme, while the person goes on. Returns the number under which it is told how far it is. */
export async function seekTwinsOfProgramme(event: RequestEvent, programmeId: Id): Promise<Id> {
	return beginSeeking(event, (tells) => seekTwins(event, programmeId, { among: 'all', tells }));
}

async function beginSeeking(event: RequestEvent, seek: (tells: Tells) => Promise<void>): Promise<Id> {
	const wanted = { accountId: visitorOr(event).personId, what: 'registry.twins', broken: refuse('platform.not-carried-out') };
	const { id } = await beginRun(event.locals.app.judge, wanted, async (tells) => {
		await seek(tells);
		return 'registry.twins';
	});
	return id;
}

/**
 * Looks for twins of some organisations, or of all of a programme that meet another under a key, in the name of whoever asks:
 * what she may not do is left out. Tells how far it is. Doing it again proposes nothing twice.
 */
async function seekTwins(
	event: RequestEvent,
	programmeId: Id,
	{ among, tells }: Readonly<{ among: readonly Id[] | 'all'; tells: Tells }>,
): Promise<void> {
	const { app } = event.locals;
	const { personId } = visitorOr(event);
	const met = await organisationsThatMeet(app.judge, programmeId, among);
	for (let done = 0; done < met.length; done += TOGETHER) {
		tells(done, met.length);
		const envelopes = met.slice(done, done + TOGETHER).map((organisationId) => ({
			...{ id: newId(), name: 'registry.look-for-twins', version: 1, input: { organisationId } },
		}));
		const outcomes = await runCommands(app.house, { personId }, envelopes);
		// Nothing can be carried out any more: the program is ending.
		if (outcomes.every(({ outcome }) => outcome === 'held')) throw new Error('Looking for twins was cut');
	}
	tells(met.length, met.length);
}
