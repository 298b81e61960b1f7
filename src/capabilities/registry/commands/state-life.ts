import * as v from 'valibot';
import { add, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { contradiction } from '../rules/life-state.ts';
import { LIFE_STATES, lifeStates, organisations } from '../schema.ts';

/**
 * States whether an organisation is active, dormant or dissolved since a day, with what shows it.
 * Refuses life after its dissolution, and a dissolution before it lived: a line written by mistake is struck out first.
 */
export const stateLife = defineCommand({
	name: 'registry.state-life',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({ id, organisationId: id, state: v.picklist(LIFE_STATES), sinceOn: day, evidence: paragraph(3, 500) }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		return { standing: await records.list(lifeStates, { organisationId, struck: false }) };
	},

	decide({ standing }, stated) {
		return contradiction(stated, standing) ?? { writes: [add(lifeStates, { ...stated, scopeId: stated.organisationId, struck: false })] };
	},
});
