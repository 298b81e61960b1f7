import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { placeCode, placeScheme, zones } from '../schema.ts';

/** Adds a commune or a province to where a programme works. Refuses one that is already there. */
export const addZone = defineCommand({
	name: 'programme.add-zone',
	version: 1,
	place: 'office',
	permission: 'programme.shape',
	input: v.object({ id, programmeId: id, placeScheme, placeCode }),
	scope: ({ programmeId }) => scope(programmeId),

	async gather(records, { programmeId, placeScheme, placeCode }) {
		return { before: await records.list(zones, { programmeId, placeScheme, placeCode }) };
	},

	decide({ before }, zone) {
		if (before.length > 0) return refuse('programme.zone-twice');
		return { writes: [add(zones, { ...zone, scopeId: zone.programmeId })] };
	},
});
