import * as v from 'valibot';
import { day } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { addingLine } from '../history-lines.ts';
import { LIFE_STATES } from '../schema.ts';

/**
 * States whether an organisation is active, dormant or dissolved since a day, with what shows it.
 * Refuses life after its dissolution, and a dissolution before it lived: a line written by mistake is struck out first.
 */
export const stateLife = addingLine('registry.state-life', 'life', { state: v.picklist(LIFE_STATES), sinceOn: day, evidence: paragraph(3, 500) });
