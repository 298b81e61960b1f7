import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope, show } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { organisations } from '../../registry/index.ts';
import { needExpressed } from '../facts.ts';
import { groupMoved } from '../reactions/keep-heading.ts';
import { unanswered } from '../rules/unanswered.ts';
import { saidFields } from '../said-fields.ts';
import { groups, headings, needs, type Need } from '../schema.ts';

/**
 * An organisation says "us too" to the heading of a group that is open to all: a need of its own is written into that group.
 * Said by its leader it is confirmed at once; relayed, it waits. Refuses a group that is not open (in the words of no permission
 * when it never was), and an organisation that asks there already.
 */
function sayToo(name: string, permission: string, relayed: boolean) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission,
		input: v.object({ id, groupId: id, organisationId: id, words: paragraph(3, 2000), expressedOn: day, ...saidFields }),
		scope: ({ organisationId }) => scope(organisationId),
		locks: ({ groupId }) => [[groups, groupId]],

		async gather(records, { groupId, organisationId }) {
			const [heading] = await records.list(headings, { groupId });
			return {
				organisation: await records.find(organisations, organisationId),
				group: await records.find(groups, groupId),
				heading,
				members: await records.list(needs, { groupId }),
			};
		},

		decide({ organisation, group, heading, members }, said, { personId }) {
			if (typeof organisation !== 'object' || typeof group !== 'object' || !heading) return refuse('platform.not-permitted');
			if (group.programmeId !== organisation.programmeId) return refuse('platform.not-permitted');
			const hers = members.find(({ organisationId }) => organisationId === said.organisationId);
			if (hers) return refuse('needs.asks-there-already', { on: hers.expressedOn });
			if (!heading.isOpen) return refuse('needs.heading-closed');
			const need: Need = {
				...unanswered,
				...said,
				scopeId: said.organisationId,
				programmeId: group.programmeId,
				theme: group.theme,
				relayedBy: relayed ? personId : null,
				confirmedOn: relayed ? null : said.expressedOn,
			};
			return {
				writes: [add(needs, need), show(groups, group.id, said.organisationId)],
				facts: [needExpressed(need, organisation)],
				events: [groupMoved(group.id)],
			};
		},
	});
}

export const sayUsToo = sayToo('needs.say-us-too', 'needs.express', false);
export const relayUsToo = sayToo('needs.relay-us-too', 'needs.relay', true);
