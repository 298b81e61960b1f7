import type { Event } from '#platform/commands/command.ts';
import type { Session } from '../schema.ts';

/** Tells those who keep needs that a training or a workshop which answers a group was planned, held or cancelled. */
export function answerMoved(session: Session): Event {
	const { groupId, kind, id, firstOn: on, state } = session;
	return { name: 'answer.moved', groupId, kind, id, label: `${session.code} ${session.title}`, on, state };
}
