import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import { edit, edited, fieldsOf } from '#platform/commands/edited.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { theme } from '../../programme/index.ts';
import { counted, found } from '../members.ts';
import { touched, touchedCount, urgency, wished } from '../said-fields.ts';
import { needs, type Need } from '../schema.ts';

/**
 * Corrects a need before it was answered: each field says what it was and what it becomes; who is touched and how many move as one.
 * An organisation corrects what is its own, and its word confirms what was relayed. A team corrects what it relayed, and the
 * organisation must confirm anew. Refuses what was answered or taken back, and a field that somebody else changed meanwhile.
 */
function defineCorrection(name: string, permission: string, byTeam: boolean) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission,
		input: v.object({
			needId: id,
			correctedOn: day,
			words: edit(paragraph(3, 2000)),
			theme: edit(theme),
			urgency: edit(urgency),
			wished: edit(wished),
			touched: edit(v.object({ touched, touchedCount })),
		}),
		scope: ({ needId }) => scopeOf(needs, needId),
		locks: ({ needId }) => [[needs, needId]],

		async gather(records, { needId }) {
			const [member] = await found(records, [needId]);
			return { member };
		},

		decide({ member }, { needId: _, correctedOn, touched, ...fields }): Decision {
			if (!member) return refuse('platform.not-permitted');
			const before = member.need;
			if (byTeam && !before.relayedBy) return refuse('needs.said-by-itself');
			if (before.takenBackOn) return refuse('needs.was-taken-back', { words: before.words.slice(0, 80) });
			const on = before.answeredOn ?? before.earlierAnswers.at(-1)?.answeredOn;
			if (on) return refuse('needs.answered-is-kept', { on });
			const after = edited(flat(before), fieldsOf(fields), [touched && { was: flat(touched.was), becomes: flat(touched.becomes) }]);
			if (isRefusal(after)) return after;
			const need: Need = { ...before, ...after, touched: unflat(after.touched), confirmedOn: confirmedAfter(before, { byTeam, correctedOn }) };
			return { writes: [put(needs, need)], facts: [counted({ ...member, need }, need.groupId)] };
		},
	});
}

// Two lists are compared as one text: their order is always the same.
function flat<T extends { touched: readonly string[] }>(said: T): Omit<T, 'touched'> & { touched: string } {
	return { ...said, touched: said.touched.join(' ') };
}

function unflat(text: string): Need['touched'] {
	// The words are those of the list that was joined.
	return text.split(' ').filter(Boolean) as Need['touched'];
}

function confirmedAfter({ relayedBy, confirmedOn }: Need, { byTeam, correctedOn }: Readonly<{ byTeam: boolean; correctedOn: Need['expressedOn'] }>) {
	if (byTeam) return null;
	return relayedBy ? (confirmedOn ?? correctedOn) : confirmedOn;
}

export const correctNeed = defineCorrection('needs.correct-need', 'needs.express', false);
export const correctRelayedNeed = defineCorrection('needs.correct-relayed-need', 'needs.relay', true);
