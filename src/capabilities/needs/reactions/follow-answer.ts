import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import { defineReaction, put, type Event } from '#platform/commands/command.ts';
import { groups, type AnswerLink } from '../schema.ts';

/** What any capability that answers needs tells: a thing was planned, held or cancelled for a group. */
export type AnswerMoved = Event & Readonly<{ groupId: Id; kind: string; id: Id; label: string; on: CalendarDate; state: AnswerLink['state'] }>;

/** Keeps a group's list of answers true to what happened to each. */
export const followAnswer = defineReaction({
	on: 'answer.moved',

	async gather(records, { groupId }: AnswerMoved) {
		return { group: await records.hold(groups, groupId) };
	},

	react({ group }, { kind, id, label, on, state }) {
		if (typeof group !== 'object') return { writes: [] };
		const link: AnswerLink = { kind, id, label, on, state };
		return { writes: [put(groups, { ...group, answers: [...group.answers.filter((other) => other.id !== id), link] })] };
	},
});
