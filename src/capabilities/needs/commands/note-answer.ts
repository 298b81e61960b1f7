import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import { edit, edited, fieldsOf } from '#platform/commands/edited.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { ANSWER_STATES, NOTED_KINDS } from '../choices.ts';
import { groups, type AnswerLink } from '../schema.ts';

const kind = v.picklist(NOTED_KINDS);
const label = line(3, 160);
const state = v.picklist(ANSWER_STATES);

/**
 * Writes down an answer of a kind that nothing else keeps: equipment, an exchange, a micro-project, advocacy. Every organisation of
 * the group reads it. Refuses a group that was not accepted, and an answer that stands there already.
 */
export const noteAnswer = defineCommand({
	name: 'needs.note-answer',
	version: 1,
	place: 'office',
	permission: 'needs.answer',
	input: v.object({ groupId: id, id, kind, label, on: day, state }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		return { group: await records.find(groups, groupId) };
	},

	decide({ group }, { groupId: _, ...noted }) {
		if (typeof group !== 'object' || group.answers.some(({ id }) => id === noted.id)) return refuse('platform.not-permitted');
		if (group.decision !== 'accepted') return refuse('needs.accept-first');
		const same = group.answers.find(({ kind, label, on }) => kind === noted.kind && label === noted.label && on === noted.on);
		if (same) return refuse('needs.noted-already', { label: same.label, on: same.on });
		return { writes: [put(groups, { ...group, answers: [...group.answers, { ...noted, noted: true }] })] };
	},
});

/** Corrects an answer that was written down by hand, or moves its state. Refuses one that another part of the program keeps. */
export const correctAnswer = defineCommand({
	name: 'needs.correct-answer',
	version: 1,
	place: 'office',
	permission: 'needs.answer',
	input: v.object({ groupId: id, answerId: id, kind: edit(kind), label: edit(label), on: edit(day), state: edit(state) }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId }) => [[groups, groupId]],

	async gather(records, { groupId }) {
		return { group: await records.find(groups, groupId) };
	},

	decide({ group }, { groupId: _, answerId, ...fields }): Decision {
		const before = typeof group === 'object' ? group.answers.find(({ id }) => id === answerId) : undefined;
		if (typeof group !== 'object' || !before) return refuse('platform.not-permitted');
		if (!before.noted) return refuse('needs.kept-elsewhere');
		const after = edited<AnswerLink>(before, fieldsOf(fields));
		if (isRefusal(after)) return after;
		return { writes: [put(groups, { ...group, answers: group.answers.map((answer) => (answer.id === answerId ? after : answer)) })] };
	},
});
