import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { add, defineCommand, put, scope, scopeOf, show } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { theme } from '../../programme/index.ts';
import { counted, found, type Member } from '../members.ts';
import { groupMoved } from '../reactions/keep-heading.ts';
import { undecided } from '../rules/undecided.ts';
import { groups, needs, type Group, type Need } from '../schema.ts';

const needIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(500));
const unconfirmedToo = v.optional(v.boolean(), false);

/**
 * Makes a group under a neutral heading from needs that no group holds yet. Refuses a need that is elsewhere already or was taken
 * back, and, unless it is asked for, one that its organisation has not confirmed: the words may not be its own.
 */
export const groupNeeds = defineCommand({
	name: 'needs.group-needs',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ id, programmeId: id, heading: line(3, 200), theme, needIds, unconfirmedToo }),
	scope: ({ programmeId }) => scope(programmeId),
	locks: ({ needIds }) => needIds.map((needId) => [needs, needId] as const),

	async gather(records, { needIds }) {
		return { members: await found(records, needIds) };
	},

	decide({ members }, { id, programmeId, heading, theme, needIds, unconfirmedToo }) {
		if (members.length !== new Set(needIds).size || members.some(({ need }) => need.programmeId !== programmeId))
			return refuse('platform.not-permitted');
		const unfit = unfitToGroup(members, unconfirmedToo);
		if (unfit) return unfit;
		const group: Group = { id, scopeId: programmeId, programmeId, heading, theme, ...undecided };
		return { writes: [add(groups, group), ...members.flatMap(({ need }) => join(need, id))], facts: members.map((member) => counted(member, id)) };
	},
});

/** Adds needs to a group that exists. Refuses what `groupNeeds` refuses. */
export const joinGroup = defineCommand({
	name: 'needs.join-group',
	version: 1,
	place: 'office',
	permission: 'needs.group',
	input: v.object({ groupId: id, needIds, unconfirmedToo }),
	scope: ({ groupId }) => scopeOf(groups, groupId),
	locks: ({ groupId, needIds }) => [[groups, groupId] as const, ...needIds.map((needId) => [needs, needId] as const)],

	async gather(records, { groupId, needIds }) {
		return { group: await records.find(groups, groupId), members: await found(records, needIds) };
	},

	decide({ group, members }, { groupId, needIds, unconfirmedToo }) {
		if (typeof group !== 'object' || members.length !== new Set(needIds).size) return refuse('platform.not-permitted');
		if (members.some(({ need }) => need.programmeId !== group.programmeId)) return refuse('platform.not-permitted');
		const unfit = unfitToGroup(members, unconfirmedToo);
		if (unfit) return unfit;
		return {
			writes: members.flatMap(({ need }) => join(need, groupId)),
			facts: members.map((member) => counted(member, groupId)),
			events: [groupMoved(groupId)],
		};
	},
});

function unfitToGroup(members: readonly Member[], unconfirmedToo: boolean): Refusal | undefined {
	const taken = members.find(({ need }) => need.groupId);
	if (taken) return refuse('needs.already-grouped', { words: taken.need.words.slice(0, 80) });
	const back = members.find(({ need }) => need.takenBackOn);
	if (back) return refuse('needs.was-taken-back', { words: back.need.words.slice(0, 80) });
	const unconfirmed = unconfirmedToo ? undefined : members.find(({ need }) => !need.confirmedOn);
	return unconfirmed && refuse('needs.unconfirmed', { words: unconfirmed.need.words.slice(0, 80) });
}

function join(need: Need, groupId: string) {
	return [put(needs, { ...need, groupId }), show(groups, groupId, need.organisationId)];
}
