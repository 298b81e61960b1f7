import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { needs } from '../schema.ts';

/** The organisation confirms a need that was relayed for it. Refuses one that needs no confirming, or was confirmed. */
export const confirmNeed = defineCommand({
	name: 'needs.confirm-need',
	version: 1,
	place: 'office',
	permission: 'needs.confirm',
	input: v.object({ needId: id, confirmedOn: day }),
	scope: ({ needId }) => scopeOf(needs, needId),
	locks: ({ needId }) => [[needs, needId]],

	async gather(records, { needId }) {
		return { need: await records.find(needs, needId) };
	},

	decide({ need }, { confirmedOn }) {
		if (typeof need !== 'object') return refuse('platform.not-permitted');
		if (need.confirmedOn) return refuse('needs.already-confirmed', { on: need.confirmedOn });
		if (confirmedOn < need.expressedOn) return refuse('needs.confirmed-before-said', { said: need.expressedOn });
		return { writes: [put(needs, { ...need, confirmedOn })] };
	},
});
