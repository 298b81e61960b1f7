import * as v from 'valibot';
import { day } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { addingLine } from '../history-lines.ts';
import { ACT_KINDS } from '../schema.ts';

/** Records a legal act of an organisation: its statutes, its recognition, an order. Refuses the same act twice. */
export const recordLegalAct = addingLine('registry.record-legal-act', 'act', {
	kind: v.picklist(ACT_KINDS),
	number: line(1, 80),
	actedOn: day,
	authority: line(0, 120),
});
