import type { Id } from '#kernel/ids.ts';
import type { Records } from '#platform/commands/records.ts';
import { organisations } from '../registry/index.ts';
import { needExpressed } from './facts.ts';
import { needs, type Need } from './schema.ts';

/** A need with the organisation that said it. */
export type Member = Readonly<{ need: Need; organisation: Parameters<typeof needExpressed>[1] }>;

/** Finds needs with their organisations, each once; those that do not exist are left out. */
export async function found(records: Records, ids: readonly Id[]): Promise<readonly Member[]> {
	const members: Member[] = [];
	for (const needId of new Set(ids)) {
		const need = await records.find(needs, needId);
		const organisation = typeof need === 'object' ? await records.find(organisations, need.organisationId) : undefined;
		if (typeof need === 'object' && typeof organisation === 'object') members.push({ need, organisation });
	}
	return members;
}

/** The fact that a need was expressed, as it stands in a group or in none. */
export function counted({ need, organisation }: Member, groupId: Id | null) {
	return needExpressed({ ...need, groupId }, organisation);
}
