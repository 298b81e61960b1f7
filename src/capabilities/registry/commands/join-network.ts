import * as v from 'valibot';
import { day } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { addingLine } from '../history-lines.ts';

/** Writes that an organisation belongs to a network or collective, since a day. Refuses the same twice at one time. */
export const joinNetwork = addingLine('registry.join-network', 'network', { network: line(2, 160), sinceOn: day, untilOn: v.nullable(day) });
