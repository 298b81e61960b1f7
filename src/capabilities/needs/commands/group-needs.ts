import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, hide, put, scope, scopeOf, show } from '#platform/commands/command.ts';
import type { Records } from '#platform/commands/records.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { theme } from '../../programme/index.ts';
import { organisations } from '../../registry/index.ts';
import { needExpressed } from '../facts.ts';
import { groups, needs, type Group, type Need } from '../schema.ts';

const needIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(500));

/** Makes a group under a neutral heading from needs that no group holds yet. Refuses a need that is elsewhere already. */
export const groupNeeds = defineCommand({
	name: 'needs.group-needs',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ id, programmeId: id, heading: line(3, 200), theme, needIds }),
	scope: ({ programmeId }) => scope(programmeId),
	locks: ({ needIds }) => needIds.map((needId) => [needs, needId] as const),

	async gather(records, { needIds }) {
		return { members: await found(records, needIds) };
	},

	decide({ members }, { id, programmeId, heading, theme, needIds }) {
		if (members.length !== new Set(needIds).size || members.some(({ need }) => need.programmeId !== programmeId))
			return refuse('platform.not-permitted');
		const taken = members.find(({ need }) => need.groupId);
		if (taken) return refuse('needs.already-grouped', { words: taken.need.words.slice(0, 80) });
		const group: Group = {
			id,
			scopeId: programmeId,
			programmeId,
			heading,
			theme,
			rank: null,
			decision: null,
			reason: '',
			decidedOn: null,
			answeredOn: null,
			answerWords: '',
			promisedFor: null,
			answers: [],
		};
		return { writes: [add(groups, group), ...members.flatMap(({ need }) => join(need, id))], facts: members.map((member) => counted(member, id)) };
	},
});

/** Adds needs to a group that exists. Refuses a need that a group holds already. */
export const joinGroup = defineCommand({
	name: 'needs.join-group',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ groupId: id, needIds }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId, needIds }) => [[groups, groupId] as const, ...needIds.map((needId) => [needs, needId] as const)],

	async gather(records, { groupId, needIds }) {
		return { group: await records.find(groups, groupId), members: await found(records, needIds) };
	},

	decide({ group, members }, { groupId, needIds }) {
		if (typeof group !== 'object' || members.length !== new Set(needIds).size) return refuse('platform.not-permitted');
		if (members.some(({ need }) => need.programmeId !== group.programmeId)) return refuse('platform.not-permitted');
		const taken = members.find(({ need }) => need.groupId);
		if (taken) return refuse('needs.already-grouped', { words: taken.need.words.slice(0, 80) });
		return { writes: members.flatMap(({ need }) => join(need, groupId)), facts: members.map((member) => counted(member, groupId)) };
	},
});

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
		return { member, others: groupId ? await records.list(needs, { groupId, organisationId: member.need.organisationId }) : [] };
	},

	decide({ member, others }) {
		if (!member) return refuse('platform.not-permitted');
		const { need } = member;
		if (!need.groupId) return refuse('needs.not-grouped');
		if (need.answeredOn) return refuse('needs.answered-stays', { on: need.answeredOn });
		return {
			writes: [put(needs, { ...need, groupId: null }), ...(others.length < 2 ? [hide(groups, need.groupId, need.organisationId)] : [])],
			facts: [counted(member, null)],
		};
	},
});

type Member = Readonly<{ need: Need; organisation: Parameters<typeof needExpressed>[1] }>;

async function found(records: Records, ids: readonly string[]): Promise<readonly Member[]> {
	const members: Member[] = [];
	for (const needId of new Set(ids)) {
		const need = await records.find(needs, needId);
		const organisation = typeof need === 'object' ? await records.find(organisations, need.organisationId) : undefined;
		if (typeof need === 'object' && typeof organisation === 'object') members.push({ need, organisation });
	}
	return members;
}

function join(need: Need, groupId: string) {
	return [put(needs, { ...need, groupId }), show(groups, groupId, need.organisationId)];
}

function counted({ need, organisation }: Member, groupId: string | null) {
	return needExpressed({ ...need, groupId }, organisation);
}
