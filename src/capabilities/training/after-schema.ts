import * as v from 'valibot';
import { defineTable, day, id } from '#platform/commands/table.ts';

/** How many months after its last day a training is looked at again. */
export const MOMENTS = [3, 6] as const;
export const moment = v.picklist(MOMENTS);

const ofSession = { id, scopeId: id, sessionId: id, organisationId: id, partnerScopeId: id };
const partnerToo = (row: { partnerScopeId: string }) => [row.partnerScopeId];

/** Whether a person who was trained is still in her organisation, at a moment. */
export const stays = defineTable('training.stays', { ...ofSession, personId: id, moment, stillThere: v.boolean(), seenOn: day }, partnerToo);

/** A training passed on: by whom, when, to whom by name, and to how many more. A mistaken one is struck out. */
export const passings = defineTable(
	'training.passings',
	{ ...ofSession, giverId: id, passedOn: day, personIds: v.array(id), others: v.number(), struck: v.boolean() },
	partnerToo,
);

export type Moment = (typeof MOMENTS)[number];
export type Stay = ReturnType<typeof stays.parse>;
export type Passing = ReturnType<typeof passings.parse>;
