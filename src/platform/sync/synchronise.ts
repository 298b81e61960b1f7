import type { Pool } from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Outcome } from '#platform/commands/outcome.ts';
import { runCommands, type House } from '#platform/commands/runner.ts';
import type { Readers } from '#platform/reading/reading.ts';
import { readFeed, serverEpoch } from './feed.ts';
import { openSealed } from './lanes.ts';
import type { SentOutcome, SyncAnswer, SyncRequest } from './wire.ts';

/** What synchronising works with. */
export type Station = Readonly<{ house: House; readers: Readers; doorkeeper: Pool }>;

/**
 * Answers a phone: takes its commands in their order, then tells what it does not know yet, its own writes included.
 * The outcomes are recorded before the feed is read, in a snapshot of its own.
 */
export async function synchronise({ house, readers, doorkeeper }: Station, personId: Id, request: SyncRequest): Promise<SyncAnswer> {
	const envelopes = request.o.map(({ i, n, v, d }) => ({ id: i, name: n, version: v, input: d }));
	const outcomes = envelopes.length > 0 ? await runCommands(house, { personId }, envelopes) : [];
	const carried = await carry(house, doorkeeper, request);
	return readers.as(personId, async (reading) => {
		const epoch = await serverEpoch(reading);
		const feed = await readFeed(reading, house.registry, {
			personId,
			cursor: request.e === epoch ? request.c : 0,
			scopes: request.e === epoch ? request.s : '',
			rows: request.n,
		});
		return { e: epoch, ...feed, ...(outcomes.length > 0 && { r: outcomes.map(inShort) }), ...(carried.length > 0 && { x: [...carried] }) };
	});
}

// A colleague's commands: she learns that they were taken, never what they were nor what became of them.
async function carry(house: House, doorkeeper: Pool, { x }: SyncRequest): Promise<readonly Id[]> {
	const taken: Id[] = [];
	for (const sealed of x) {
		const opened = await openSealed(doorkeeper, sealed);
		if (!opened) continue;
		// What fails stays sealed on the phone and is carried again; it must not cost the carrier her own answer.
		const [outcome] = await runCommands(house, { personId: opened.personId }, [opened.envelope]).catch((failure: unknown) => {
			console.error(`A carried command was not carried out: ${opened.envelope.id}`, failure);
			return [];
		});
		if (outcome && outcome.outcome !== 'held') taken.push(opened.envelope.id);
	}
	return taken;
}

function inShort({ id, outcome, refusal }: Outcome): SentOutcome {
	if (outcome === 'refused' && refusal) return [id, 'refused', { key: refusal.key, params: { ...refusal.params } }];
	return [id, outcome === 'applied' ? 'applied' : 'held'];
}
