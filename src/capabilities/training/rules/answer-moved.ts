import type { Event } from '#platform/commands/command.ts';
import type { Session } from '../schema.ts';

/** Tells those who keep needs that a session which answers a group was planned, held or cancelled. */
export function answerMoved(session: Session): Event {
	const label = `${session.code} ${session.title}`;
	return { name: 'answer.moved', groupId: session.groupId, kind: 'training', id: session.id, label, on: session.firstOn, state: session.state };
}
