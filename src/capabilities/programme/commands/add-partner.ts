import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, openScope, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line, paragraph } from '#platform/commands/words.ts';
import { partners } from '../schema.ts';

/** Adds a partner to a programme and opens the scope of all it will run. Refuses a name the programme already has. */
export const addPartner = defineCommand({
	name: 'programme.add-partner',
	version: 1,
	place: 'office',
	permission: 'programme.shape',
	input: v.object({ id, programmeId: id, name: line(2, 120), does: paragraph(2, 600) }),
	scope: ({ programmeId }) => scope(programmeId),

	async gather(records, { programmeId }) {
		return { others: await records.list(partners, { programmeId }) };
	},

	decide({ others }, partner) {
		if (others.some((other) => other.name.toLowerCase() === partner.name.toLowerCase() || other.id === partner.id)) {
			return refuse('programme.partner-twice', { name: partner.name });
		}
		return { writes: [openScope(partner.id, 'partner', partner.programmeId), add(partners, { ...partner, scopeId: partner.programmeId })] };
	},
});
