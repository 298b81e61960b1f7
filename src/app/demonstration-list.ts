import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '#kernel/refusal.ts';
import type { GazetteerRow } from '#capabilities/programme/server/places.ts';
import { understandList } from '#capabilities/registry/server/understood-lists.ts';
import type { Stage } from './demonstration.ts';
import { importInput } from './import-input.ts';

const FILE = 'seeds/demonstration-liste.csv';
const READ_BY = 'Maison Ruvubu';

/** Leaves one list half way: read by the animator, with lines that wait for a correction. It is ours, and is read in this process. */
export async function leaveAList({ today, idOf, does }: Stage, root: string, places: readonly GazetteerRow[]): Promise<void> {
	const bytes = readFileSync(join(root, FILE));
	const file = { bytes, fileName: 'organisations-a-inscrire.csv' };
	const understanding = { sheet: 0, columns: undefined, places, scheme: '2025', defaults: { kind: null }, today } as const;
	const understood = await understandList(file, understanding, () => undefined);
	if (isRefusal(understood)) throw new Error(`The list of the demonstration was not read: ${understood.key}`);
	const digest = createHash('sha256').update(bytes).digest('hex');
	const wanted = { importId: idOf('list'), partnerId: idOf(READ_BY), digest, readOn: today, file, scheme: '2025', kind: null } as const;
	await does('beatrice', 'registry.begin-import', importInput(wanted, understood, 0));
}
