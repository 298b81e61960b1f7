import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { defineCommand, hide, put, scopeOf, type Decision, type Write } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { counted, found, type Member } from '../members.ts';
import { groupMoved } from '../reactions/keep-heading.ts';
import { groups, needs, type Need } from '../schema.ts';

/** Takes a need out of its group, back among those to be grouped. Refuses one whose answer was given already. */
export const leaveGroup = defineCommand({
	name: 'needs.leave-group',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ needId: id }),
	scope: ({ needId }) => scopeOf(needs, needId),
	locks: ({ needId }) => [[needs, needId]],

	async gather(records, { needId }) {
		const [member] = await found(records, [needId]);
		const groupId = member?.need.groupId;
		return { member, all: groupId ? await records.list(needs, { groupId }) : [] };
	},

	decide({ member, all }): Decision {
		if (!member) return refuse('platform.not-permitted');
		if (!member.need.groupId) return refuse('needs.not-grouped');
		return takenOut([member], all, member.need.groupId);
	},
});

/** Takes several needs out of one group at once: what undoes a grouping. Refuses all when one was answered or is not in it. */
export const partNeeds = defineCommand({
	name: 'needs.part-needs',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ groupId: id, needIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)) }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId, needIds }) => [[groups, groupId] as const, ...needIds.map((needId) => [needs, needId] as const)],

	async gather(records, { groupId, needIds }) {
		return { members: await found(records, needIds), all: await records.list(needs, { groupId }) };
	},

	decide({ members, all }, { groupId, needIds }): Decision {
		if (members.length !== new Set(needIds).size) return refuse('platform.not-permitted');
		if (members.some(({ need }) => need.groupId !== groupId)) return refuse('needs.not-grouped');
		return takenOut(members, all, groupId);
	},
});

// Whose last need leaves sees the group no more.
function takenOut(members: readonly Member[], all: readonly Need[], groupId: string): Decision {
	const answered = members.map(({ need }) => stays(need)).find((refusal) => refusal !== undefined);
	if (answered) return answered;
	const leaving = new Set(members.map(({ need }) => need.id));
	const staying = new Set(all.filter(({ id }) => !leaving.has(id)).map(({ organisationId }) => organisationId));
	const gone = [...new Set(members.map(({ need }) => need.organisationId))].filter((organisationId) => !staying.has(organisationId));
	const writes: Write[] = [
		...members.map(({ need }) => put(needs, { ...need, groupId: null })),
		...gone.map((organisationId) => hide(groups, groupId, organisationId)),
	];
	return { writes, facts: members.map((member) => counted(member, null)), events: [groupMoved(groupId)] };
}

function stays(need: Need): Refusal | undefined {
	const on = need.answeredOn ?? need.earlierAnswers.at(-1)?.answeredOn;
	return on && refuse('needs.answered-stays', { on });
}
