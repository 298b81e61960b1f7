import type { Event } from '#platform/commands/command.ts';
import type { Checklist, Visit } from '../../coaching-schema.ts';

/**
 * Tells those who keep needs that a visit which answers a group was planned, held or cancelled; nothing when it answers none.
 * All organisations of the group read the label: it names the checklist, never who is visited.
 */
export function visitMoved({ groupId, id, plannedFor, heldOn, state }: Visit, { name }: Pick<Checklist, 'name'>): readonly Event[] {
	return groupId ? [{ name: 'answer.moved', groupId, kind: 'coaching', id, label: name, on: heldOn ?? plannedFor, state }] : [];
}
