import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { theme } from '../../programme/index.ts';
import { organisations } from '../../registry/index.ts';
import { needExpressed } from '../facts.ts';
import { saidFields } from '../said-fields.ts';
import { needs, type Need } from '../schema.ts';
import { unanswered } from '../rules/unanswered.ts';

/**
 * Writes down a need in the organisation's own words. Said by its leader it is confirmed at once; relayed, it waits for
 * the organisation to confirm. Refuses the same words twice from one organisation.
 */
function sayNeed(name: string, permission: string, relayed: boolean) {
	return defineCommand({
		name,
		version: 1,
		place: 'office',
		permission,
		input: v.object({ id, organisationId: id, words: paragraph(3, 2000), theme, expressedOn: day, ...saidFields }),
		scope: ({ organisationId }) => scope(organisationId),

		async gather(records, { organisationId }) {
			return { organisation: await records.find(organisations, organisationId), others: await records.list(needs, { organisationId }) };
		},

		decide({ organisation, others }, said, { personId }) {
			if (typeof organisation !== 'object') return refuse('platform.not-permitted');
			const same = others.find((other) => !other.takenBackOn && other.words.toLowerCase() === said.words.toLowerCase());
			if (same) return refuse('needs.already-said', { on: same.expressedOn });
			const need: Need = {
				...said,
				...unanswered,
				scopeId: said.organisationId,
				programmeId: organisation.programmeId,
				relayedBy: relayed ? personId : null,
				confirmedOn: relayed ? null : said.expressedOn,
			};
			return { writes: [add(needs, need)], facts: [needExpressed(need, organisation)] };
		},
	});
}

export const expressNeed = sayNeed('needs.express-need', 'needs.express', false);
export const relayNeed = sayNeed('needs.relay-need', 'needs.relay', true);
